// The facets of one answer, from JSON or from a form, held against what the task asks for.
//
// A form can only give texts: "2,5", "" for nothing, several lines in one text, rows under "0", "1" …, a ranking as a
// number beside each option. Both ways lead to the same canonical value, so that two answers are equal exactly when
// they say the same:
//
//   one     "code" or {"own": "text"}
//   many    the codes in the order of the list, then own entries; none twice
//   ranked  the codes and own entries in the order given
//   number  2.5; year 2031; text "…"; lines ["…"], without bullets in front
//   rows    [{"id": "…", column: value}]; a row keeps the id it came with, a new one has none yet
//
// What is blank is left out, up to the facet itself. The texts have to be UTF-8 already; whoever takes them off the
// wire has seen to that.
#pragma once

#include "framework/framework.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <expected>
#include <map>
#include <string>
#include <vector>

namespace trivium::framework {

// The most that may be written, in characters.
inline constexpr std::size_t kLongestOwn = 200;
inline constexpr std::size_t kLongestText = 500;
inline constexpr std::size_t kLongestLongText = 5'000;
inline constexpr std::size_t kMostLines = 40;  // each of at most kLongestText

// Years that are meant as such; a facet may draw them closer.
inline constexpr int kFirstYear = 1000;
inline constexpr int kLastYear = 2200;

// What the person can put right.
struct Flaw {
  std::string pointer;  // JSON pointer into the facets as they were given
  std::string key;      // word key, for instance "flaw.number_above"
  std::map<std::string, std::string> args;

  bool operator==(const Flaw&) const = default;
};

std::expected<nlohmann::json, std::vector<Flaw>> read_facets(const Task& task, const nlohmann::json& given);

}  // namespace trivium::framework
