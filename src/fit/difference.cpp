#include "fit/difference.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace trivium::fit {
namespace {

using Items = std::vector<std::string>;

double overlap_missing(const Items& one, const Items& other) {
  const std::set<std::string> a(one.begin(), one.end());
  const std::set<std::string> b(other.begin(), other.end());
  std::set<std::string> either = a;
  either.insert(b.begin(), b.end());
  if (either.empty()) return 0;
  const auto both = std::ranges::count_if(a, [&](const std::string& item) { return b.contains(item); });
  return 1 - static_cast<double>(both) / static_cast<double>(either.size());
}

// −1, 0, 1: which of two stands first.
int before(const Items& order, const std::string& one, const std::string& other) {
  const auto place = [&](const std::string& item) { return std::ranges::find(order, item) - order.begin(); };
  const auto difference = place(one) - place(other);
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

double order_against(const Items& one, const Items& other) {
  std::set<std::string> either(one.begin(), one.end());
  either.insert(other.begin(), other.end());
  if (either.size() < 2) return one == other ? 0 : 1;
  double against = 0;
  double pairs = 0;
  for (auto first = either.begin(); first != either.end(); ++first) {
    for (auto second = std::next(first); second != either.end(); ++second) {
      against += std::abs(before(one, *first, *second) - before(other, *first, *second)) / 2.0;
      ++pairs;
    }
  }
  return against / pairs;
}

using Shares = std::map<std::string, double>;

Shares by_text(const std::vector<Row>& rows) {
  double all = 0;
  for (const auto& row : rows) all += row.weight;
  Shares shares;
  for (const auto& row : rows) shares[row.text] += row.weight / all;
  return shares;
}

double in_common(const Shares& one, const Shares& other) {
  double common = 0;
  for (const auto& [key, share] : one) {
    const auto found = other.find(key);
    if (found != other.end()) common += std::min(share, found->second);
  }
  return common;
}

// Of the rows whose text the other does not have: shares of weight by their codes.
Shares by_coding(const std::vector<Row>& rows, const Shares& texts, const Shares& others) {
  Shares shares;
  std::set<std::string> seen;
  for (const auto& row : rows) {
    if (row.coding.empty() || others.contains(row.text) || !seen.insert(row.text).second) continue;
    shares[row.coding] += texts.at(row.text);
  }
  return shares;
}

double rows_apart(const std::vector<Row>& one, const std::vector<Row>& other) {
  if (one.empty() || other.empty()) return one.empty() == other.empty() ? 0 : 1;
  const auto a = by_text(one);
  const auto b = by_text(other);
  const double common = in_common(a, b) + in_common(by_coding(one, a, b), by_coding(other, b, a));
  return std::clamp(1 - common, 0.0, 1.0);
}

}  // namespace

double difference(const Part& one, const Part& other) {
  switch (one.by) {
    case Compared::choice: return one.items == other.items ? 0 : 1;
    case Compared::choices: return overlap_missing(one.items, other.items);
    case Compared::order: return order_against(one.items, other.items);
    case Compared::number: {
      const double most = std::max(std::abs(one.number), std::abs(other.number));
      return most > 0 ? std::min(1.0, std::abs(one.number - other.number) / most) : 0;
    }
    case Compared::rows: return rows_apart(one.rows, other.rows);
  }
  return 0;
}

Divergence divergence(const std::vector<Said>& people) {
  Divergence found{.apart = Apart::nobody, .difference = 0, .facets = {}};
  const auto said = std::ranges::count_if(people, &Said::anything);
  if (said == 0) return found;
  if (said == 1) {
    found.apart = Apart::only_one;
    return found;
  }
  std::vector<std::pair<std::string, double>> facets;  // the furthest apart that two people are on it
  double sum = 0;
  int compared = 0;
  for (std::size_t i = 0; i < people.size(); ++i) {
    for (std::size_t j = i + 1; j < people.size(); ++j) {
      for (const auto& part : people[i].parts) {
        const auto match = std::ranges::find(people[j].parts, part.facet, &Part::facet);
        if (match == people[j].parts.end()) continue;
        const double apart = difference(part, *match);
        sum += apart;
        ++compared;
        const auto known = std::ranges::find(facets, part.facet, &std::pair<std::string, double>::first);
        if (known == facets.end()) facets.emplace_back(part.facet, apart);
        else known->second = std::max(known->second, apart);
      }
    }
  }
  // Rounded, so that the order of the people does not decide on which side of a threshold a sum falls.
  found.difference = compared > 0 ? std::round(sum / compared * 1e9) / 1e9 : 0;
  found.apart = found.difference < 0.15 ? Apart::close : found.difference < 0.5 ? Apart::partly : Apart::far;
  std::ranges::stable_sort(facets, std::ranges::greater{}, &std::pair<std::string, double>::second);
  for (const auto& [facet, apart] : facets) {
    constexpr double kNothing = 1e-9;  // sums of shares are not exact
    if (apart > kNothing) found.facets.push_back(facet);
  }
  return found;
}

}  // namespace trivium::fit
