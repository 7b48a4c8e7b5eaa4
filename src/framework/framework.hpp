// The self-assessment as content: 32 tasks, what each asks for, the open lists, and the words of every language.
//
// All of it is written in data/framework/ by people who are not programmers, so it is read strictly: whatever does
// not fit is reported with its file and line, all of it at once, and nothing half-read is ever used.
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trivium::framework {

enum class Kind { one, many, ranked, number, year, text, lines, rows };

std::string_view name_of(Kind kind);

// A slot to be filled in: a column of a row or, as a facet, a part of the task itself.
struct Column {
  std::string id;
  Kind kind{};
  std::string list;                // one, many, ranked: where the codes come from
  std::vector<std::string> codes;  // those of the list, in its order
  std::string unit;                // number: per_week, euro … or nothing
  std::optional<double> min;       // number and year
  std::optional<double> max;
  std::optional<double> step;  // number: a whole step asks for a whole number
  bool long_text = false;      // text: several lines

  bool operator==(const Column&) const = default;
};

struct Facet : Column {
  std::size_t max_rows = 0;  // rows
  std::size_t suggested_rows = 0;
  std::vector<Column> columns;

  bool operator==(const Facet&) const = default;
};

struct Task {
  std::string id;      // A1 … A8, A_sum, B1 … C_sum
  std::string vertex;  // A, B, C
  int number = 0;      // its place in the vertex, from 1; the sum-up is the last
  bool sum_up = false;
  std::string section;  // where in the reference framework it comes from
  std::vector<Facet> facets;

  std::string mark() const;  // what stands before the title: "5", "Σ"
  const Facet* facet(std::string_view facet_id) const;

  bool operator==(const Task&) const = default;
};

struct CodeList {
  std::string id;
  std::vector<std::string> codes;

  bool operator==(const CodeList&) const = default;
};

struct VertexText {
  std::string name;
  std::string question;
  std::string sum_up;
};

struct FacetText {
  std::string label;
  std::string hint;  // may be empty
  std::map<std::string, std::string, std::less<>> columns;
};

struct TaskText {
  std::string title;
  std::string question;
  std::string why;
  std::vector<std::string> hints;
  std::string example;
  std::map<std::string, FacetText, std::less<>> facets;
};

// The words of one language, complete: whatever the structure names has its words here.
struct Texts {
  std::string language;
  std::map<std::string, VertexText, std::less<>> vertices;
  std::map<std::string, TaskText, std::less<>> tasks;
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> lists;
  std::map<std::string, std::string, std::less<>> units;
  std::map<std::string, std::string, std::less<>> units_of_one;  // those that read otherwise of one

  // Asking for words of something the structure does not hold is a mistake in the program.
  const VertexText& vertex(std::string_view id) const;
  const TaskText& task(std::string_view id) const;
  const std::string& unit(std::string_view id) const;
  const std::string& unit_of(std::string_view id, double amount) const;

  // A code that has left the list since an answer was given is shown as it was written.
  std::string code(std::string_view list, std::string_view code) const;
};

struct Framework {
  int version = 0;
  std::vector<CodeList> lists;
  std::vector<Task> tasks;                          // in the order they are asked: A, B, C, each with its sum-up last
  std::map<std::string, Texts, std::less<>> texts;  // by language

  const Task* task(std::string_view id) const;
  const CodeList* list(std::string_view id) const;
  const Texts* in(std::string_view language) const;
};

// What is wrong with the content, for whoever edits it.
struct Fault {
  std::filesystem::path file;
  int line = 0;  // from 1; 0 for the file as a whole
  std::string reason;

  bool operator==(const Fault&) const = default;
};

std::string to_string(const Fault& fault);  // "data/framework/es.yaml:12: …"

// tasks.yaml, and one file per language beside it, named after the language: en.yaml, es.yaml, pt-BR.yaml.
std::expected<Framework, std::vector<Fault>> load(const std::filesystem::path& data_framework_dir);

}  // namespace trivium::framework
