// Filled-in tables made by chance, the same for the same seed: 8 + 1, 9 + 1 and 12 + 1 rows, from empty to 3,000
// characters and more, with every letter and mark that has ever broken a document. And how to find them again.
#pragma once

#include "document/filled_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace trivium::document {

inline constexpr std::string_view kAnswerHeading = "Answer as given";

namespace by_chance {

using Chance = std::mt19937;

inline constexpr std::size_t kLongNote = 3'000;

// std::uniform_int_distribution gives other numbers with another standard library.
inline std::size_t below(Chance& chance, std::size_t count) { return chance() % count; }

inline std::string word(Chance& chance) {
  // clang-format off
  static constexpr std::array kWords = {
      "kluster", "företag", "Ñandú", "façade", "12 €", "“quoted”", "l’été", "œuvre", "Łódź", "Ærø", "ßtraße", "smörgåsbord",
      "coopération", "señales", "açúcar", "Þing", "firms", "the chamber", "Bosch & Co", "5 < 7 > 3", "R&D", "50 %", "C#",
      "co-op", "<b>bold</b>", "**stars**", "_under_", "[a](b:c)", "`tick`", "$x^2$", "${y}", "$body$", "{footer}",
      "\\newpage", "C:\\temp", "</w:t></w:r>", "</text:p>", "<!--", "]]>", "&amp;", "&#0;", "<script>", "=SUM(A1)", "@me",
      "#tag", "\"straight\"", "'single'", "😀", "🚀", "Ελλάδα", "Кластер", "a/b", "https://example.org/?a=1&b=2", "%PDF",
      "~~gone~~", "^up^"};
  // clang-format on
  return kWords[below(chance, kWords.size())];
}

inline std::string sentence(Chance& chance, std::size_t words) {
  std::string text = fmt::format("s{}", chance() % 1'000'000);
  for (std::size_t i = 0; i < words; ++i) text += " " + word(chance);
  return text + ".";
}

inline std::string bullets(Chance& chance) {
  std::string text;
  const std::size_t count = 1 + below(chance, 5);
  for (std::size_t i = 0; i < count; ++i) {
    text += (i > 0 && below(chance, 3) == 0 ? "  - " : "- ") + sentence(chance, 1 + below(chance, 9)) + "\n";
  }
  return text;
}

inline std::string notes(Chance& chance, std::size_t at_least) {
  std::string text;
  do {
    text += below(chance, 2) == 0 ? bullets(chance) : sentence(chance, 3 + below(chance, 40));
    text += below(chance, 3) == 0 ? "\n" : "\n\n";
  } while (text.size() < at_least);
  return text;
}

inline Row random_row(Chance& chance, const std::string& task) {
  Row row{.task = task,
          .question = "Question " + sentence(chance, 8),
          .hints = {sentence(chance, 6), sentence(chance, 10), sentence(chance, 4)},
          .standing = {},
          .language = below(chance, 4) == 0 ? "es" : "sv",
          .parts = {},
          .sum_up = task.ends_with('S')};
  const std::size_t kind = below(chance, 10);
  if (kind == 0) return row;  // not provided
  if (kind <= 2) row.standing = "I do not know yet " + sentence(chance, 1);
  if (kind == 1) return row;
  for (std::size_t i = below(chance, 4); i > 0; --i) {
    row.parts.push_back({.label = "Facet " + sentence(chance, 1),
                         .text = below(chance, 2) == 0 ? bullets(chance) : sentence(chance, 5)});
  }
  row.parts.push_back({.label = "Notes", .text = notes(chance, kind >= 8 ? kLongNote : 0)});
  return row;
}

// A hyphen at the end of a line is dropped by pdftotext, so none counts.
inline std::string bare(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    std::size_t skipped = 0;
    for (const std::string_view blank : {" ", "\n", "\r", "\f", "\t", "\u00A0", "•", "–", "◦", "▪", "\uFEFF", "-"}) {
      if (text.starts_with(blank)) skipped = blank.size();
    }
    if (skipped == 0) kept += text.front();
    text.remove_prefix(skipped == 0 ? 1 : skipped);
  }
  return kept;
}

}  // namespace by_chance

inline FilledTable random_table(unsigned seed) {
  by_chance::Chance chance{seed};
  FilledTable table{.title = "Självvärdering <" + std::to_string(seed) + "> & co",
                    .lines = {"San Sebastián · Audiovisual", "Ainhoa Etxarri · Round 2", "Seen by: you and your coach"},
                    .language = "sv",
                    .dimension_heading = "Dimension",
                    .question_heading = "Question and hints",
                    .answer_heading = std::string{kAnswerHeading},
                    .not_provided = "Not provided",
                    .footer = "San Sebastián & Donostia · Round <2>",
                    .as_of = std::chrono::sys_days{std::chrono::year{2025} / 9 / 18},
                    .groups = {}};
  struct Vertex {
    std::string letter, name;
    int tasks;
  };
  for (const auto& [letter, name, tasks] :
       {Vertex{"A", "The cluster", 8}, Vertex{"B", "The policy", 9}, Vertex{"C", "The practice", 12}}) {
    Group group{.letter = letter, .name = name, .question = "What is it?", .rows = {}};
    for (int i = 1; i <= tasks; ++i) group.rows.push_back(by_chance::random_row(chance, letter + std::to_string(i)));
    group.rows.push_back(by_chance::random_row(chance, letter + "S"));
    table.groups.push_back(std::move(group));
  }
  return table;
}

// What has to be read in the answer's cell, piece by piece, in order.
inline std::vector<std::string> pieces(const FilledTable& table, const Row& row) {
  std::vector<std::string> all;
  if (!row.standing.empty()) all.push_back(row.standing);
  for (const Part& part : row.parts) {
    all.push_back(part.label);
    for (std::string_view rest = part.text; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
      if (line.starts_with("- ")) line.remove_prefix(2);
      if (!line.empty()) all.emplace_back(line);
    }
  }
  if (all.empty()) all.push_back(table.not_provided);
  return all;
}

// How many of the 32 answers stand in the text whole and in order. Blanks and bullets do not count: every format breaks
// lines and marks lists in its own way.
inline int answers_in_order(const FilledTable& table, std::string_view text) {
  const std::string read = by_chance::bare(text);
  std::size_t from = 0;
  int found = 0;
  for (const Group& group : table.groups) {
    for (const Row& row : group.rows) {
      std::string whole;
      for (const std::string& piece : pieces(table, row)) whole += by_chance::bare(piece);
      const std::size_t at = read.find(whole, from);
      if (at == std::string::npos) continue;
      from = at + whole.size();
      ++found;
    }
  }
  return found;
}

}  // namespace trivium::document
