// The filled-in self-assessment as it stands on paper: three columns (dimension, question with its hints, answer), one
// group of rows for each vertex; or a text in sections. Everything is already in words; no other room is needed to
// write it, and what was put in by a person stays text: nothing in it is ever read as markup.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace trivium::document {

// One facet of an answer, or its notes. A line that begins with "- " is a bullet, deeper where it is indented; an empty
// line separates paragraphs.
struct Part {
  std::string label;
  std::string text;
  std::string key = {};  // by which it is found again in a DOCX that comes back; empty: it is not
};

struct Row {
  std::string task;  // as the reader knows it: "A1"
  std::string question;
  std::vector<std::string> hints;
  std::string standing;  // "I do not know yet"; empty where the answer speaks for itself
  std::string language;  // BCP 47, of the answer; empty: that of the table
  std::vector<Part> parts;
  bool sum_up = false;   // stands out when it is the last of its group
  std::string key = {};  // as that of a Part
};

struct Group {
  std::string letter;  // A, B, C
  std::string name;
  std::string question;
  std::vector<Row> rows;
  std::string heading = {};  // above it, on a page of its own beginning: whose table begins here
};

// Running text under a heading, before the tables.
struct Section {
  std::string heading;
  std::string text;      // as of a Part
  std::string language;  // BCP 47, of the text; empty: that of the table
};

// Something a DOCX says of itself without showing it. At most 255 characters, as Word takes them.
struct Fact {
  std::string name;
  std::string value;

  bool operator==(const Fact&) const = default;
};

struct FilledTable {
  std::string title;
  std::vector<std::string> lines;  // below the title; the first stands out
  std::string language;            // BCP 47, of everything but the answers
  std::string dimension_heading;
  std::string question_heading;
  std::string answer_heading;
  std::string not_provided;        // stands where an answer is empty
  std::string footer;              // city, cluster, round; the page number is added
  std::chrono::sys_seconds as_of;  // the date the file carries; the same table at the same instant gives the same file
  std::vector<Section> sections = {};
  std::vector<Group> groups;
  std::vector<Fact> facts = {};  // DOCX only
};

}  // namespace trivium::document
