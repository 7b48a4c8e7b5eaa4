#include "framework/choices.hpp"

#include "framework/typed_number.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace trivium::framework {
namespace {

using nlohmann::json;
using reading::blank;
using reading::entries;
using reading::one_line;
using reading::Place;
using reading::read_text;
using reading::string_in;
using reading::trimmed;

bool in_list(const Column& column, std::string_view code) {
  return std::ranges::find(column.codes, code) != column.codes.end();
}

json read_own(const json& given, const Place& place) {
  if (blank(given)) return nullptr;
  if (!given.is_string()) return place.refuse("flaw.not_a_text");
  auto text = read_text(one_line(string_in(given)), kLongestOwn, place);
  return text.is_null() ? text : json{{"own", std::move(text)}};
}

json read_code(const Column& column, const json& given, const Place& place) {
  if (blank(given)) return nullptr;
  if (!given.is_string()) return place.refuse("flaw.not_a_text");
  auto code = trimmed(string_in(given));
  if (!in_list(column, code)) return place.refuse("flaw.unknown_choice", {{"given", std::move(code)}});
  return code;
}

// A number beside an option; nothing where there is none.
std::optional<double> rank_in(const json& given, const Place& place) {
  if (blank(given)) return std::nullopt;
  if (given.is_number()) return given.get<double>();
  const auto rank = given.is_string() ? typed_number(string_in(given), Expected::whole) : std::nullopt;
  if (!rank) place.refuse("flaw.not_a_number");
  return rank;
}

json one_or_several(const json& given) {
  if (given.is_array()) return given;
  return given.is_null() ? json::array() : json::array({given});
}

// What numbers beside the options give: {code: "1", …, "own": "text", "own_rank": "2"}. Equal numbers keep the order of
// the list. A form with several entries of one's own gives lists for the last two.
json read_ranking(const Column& column, const json& given, const Place& place) {
  struct Ranked {
    double rank;
    json choice;
  };
  constexpr double kLast = std::numeric_limits<double>::infinity();
  std::vector<Ranked> ranked;
  for (const auto& code : column.codes) {
    const auto found = given.find(code);
    if (found == given.end()) continue;
    if (const auto rank = rank_in(*found, place.at(code))) ranked.push_back({*rank, code});
  }
  for (const auto& [key, value] : given.items()) {
    if (key != "own" && key != "own_rank" && !in_list(column, key)) {
      place.at(key).refuse("flaw.unknown_choice", {{"given", key}});
    }
  }
  std::ranges::stable_sort(ranked, {}, &Ranked::rank);
  const auto owns = one_or_several(given.value("own", json{}));
  const auto own_ranks = one_or_several(given.value("own_rank", json{}));
  for (std::size_t i = 0; i < owns.size(); ++i) {
    auto own = read_own(owns[i], place.at("own"));
    const auto rank = i < own_ranks.size() ? rank_in(own_ranks[i], place.at("own_rank")) : std::nullopt;
    if (own.is_null()) continue;
    // Written down without a number it comes last rather than being lost.
    const auto before = [&](const Ranked& other) { return !rank || other.rank <= *rank; };
    ranked.insert(std::ranges::find_if_not(ranked, before), {rank.value_or(kLast), std::move(own)});
  }
  json order = json::array();
  for (auto& one : ranked) order.push_back(std::move(one.choice));
  return order.empty() ? json{} : order;
}

}  // namespace

// "code", {"own": "text"}, or what radio buttons with a text beside them give: {"code": "x", "own": "text"}. Whoever
// wrote something of their own meant that; the button marked "own" alone says nothing yet.
json read_one(const Column& column, const json& given, const Place& place) {
  if (!given.is_object()) return read_code(column, given, place);
  json code;
  json own;
  for (const auto& [key, value] : given.items()) {
    if (key == "own") own = read_own(value, place.at(key));
    else if (key != "code") place.at(key).refuse("flaw.unknown_member", {{"member", key}});
    else if (value != "own") code = read_code(column, value, place.at(key));
  }
  return own.is_null() ? code : own;
}

json read_many(const Column& column, const json& given, const Place& place) {
  std::set<std::string> chosen;
  std::vector<json> own;
  const auto take = [&](const json& one, const Place& where) {
    auto choice = read_one(column, one, where);
    if (choice.is_string()) chosen.insert(choice.get<std::string>());
    else if (choice.is_object() && std::ranges::find(own, choice) == own.end()) own.push_back(std::move(choice));
  };
  if (const auto list = entries(given)) {
    for (const auto& [key, one] : *list) take(*one, place.at(key));
  } else {
    take(given, place);
  }
  json found = json::array();
  for (const auto& code : column.codes) {
    if (chosen.contains(code)) found.push_back(code);
  }
  for (auto& one : own) found.push_back(std::move(one));
  return found.empty() ? json{} : found;
}

json read_ranked(const Column& column, const json& given, const Place& place) {
  if (given.is_object()) return read_ranking(column, given, place);
  if (!given.is_array()) return place.refuse("flaw.not_a_list");
  json order = json::array();
  for (std::size_t i = 0; i < given.size(); ++i) {
    auto choice = read_one(column, given[i], place.at(i));
    if (choice.is_null()) continue;
    if (std::ranges::find(order, choice) != order.end()) {
      const auto& name = choice.is_string() ? choice : choice["own"];
      place.at(i).refuse("flaw.chosen_twice", {{"given", name.get<std::string>()}});
      continue;
    }
    order.push_back(std::move(choice));
  }
  return order.empty() ? json{} : order;
}

}  // namespace trivium::framework
