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

// Rows that say something, those of the same text put together, each with its share of all weight.
std::vector<Row> shared_out(const std::vector<Row>& rows) {
  std::vector<Row> all;
  double sum = 0;
  for (const auto& row : rows) {
    if (row.text.empty() && row.coding.empty()) continue;
    sum += row.weight;
    const auto same = row.text.empty() ? all.end() : std::ranges::find(all, row.text, &Row::text);
    if (same == all.end()) {
      all.push_back(row);
      continue;
    }
    same->weight += row.weight;
    if (same->coding.empty()) same->coding = row.coding;
  }
  for (auto& row : all) row.weight /= sum;
  return all;
}

Shares by_text(const std::vector<Row>& rows) {
  Shares shares;
  for (const auto& row : rows) {
    if (!row.text.empty()) shares[row.text] = row.weight;
  }
  return shares;
}

// Of the rows whose text the other does not have: shares of weight by their codes.
Shares by_coding(const std::vector<Row>& rows, const Shares& others) {
  Shares shares;
  for (const auto& row : rows) {
    if (!row.coding.empty() && !others.contains(row.text)) shares[row.coding] += row.weight;
  }
  return shares;
}

double shared_by_both(const Shares& one, const Shares& other) {
  double common = 0;
  for (const auto& [key, share] : one) {
    const auto found = other.find(key);
    if (found != other.end()) common += std::min(share, found->second);
  }
  return common;
}

double rows_apart(const std::vector<Row>& one, const std::vector<Row>& other) {
  const auto a = shared_out(one);
  const auto b = shared_out(other);
  if (a.empty() || b.empty()) return a.empty() == b.empty() ? 0 : 1;
  const auto texts_a = by_text(a);
  const auto texts_b = by_text(b);
  const double common = shared_by_both(texts_a, texts_b) + shared_by_both(by_coding(a, texts_b), by_coding(b, texts_a));
  return std::clamp(1 - common, 0.0, 1.0);
}

// How far two people are from each other, part by part.
struct Pair {
  double sum = 0;
  int compared = 0;
  std::vector<std::pair<std::string, double>> facets = {};
};

bool waves_off(const Said& one) { return one.parts.empty() && one.stance == Stance::does_not_apply; }
Pair pair_of(const Said& one, const Said& other) {
  Pair pair;
  if (waves_off(one) || waves_off(other)) {
    pair.compared = 1;
    pair.sum = waves_off(one) == waves_off(other) ? 0 : 1;
    return pair;
  }
  for (const auto& part : one.parts) {
    const auto match = std::ranges::find(other.parts, part.facet, &Part::facet);
    if (match == other.parts.end()) continue;
    const double apart = difference(part, *match);
    pair.sum += apart;
    ++pair.compared;
    pair.facets.emplace_back(part.facet, apart);
  }
  return pair;
}

Apart judged(double difference, bool all_compared) {
  if (difference >= 0.5) return Apart::far;
  if (difference >= 0.15) return Apart::partly;
  return all_compared ? Apart::close : Apart::not_comparable;
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

bool does_not_know(const Said& one) { return one.parts.empty() && one.stance == Stance::not_known_yet; }

Divergence divergence(const std::vector<Said>& people) {
  Divergence found{.apart = Apart::nobody, .difference = 0, .facets = {}};
  std::vector<const Said*> answering;
  bool unsure = false;
  for (const auto& one : people) {
    if (!one.anything) continue;
    if (does_not_know(one)) unsure = true;
    else answering.push_back(&one);
  }
  if (answering.size() < 2) {
    found.apart = unsure ? Apart::not_known : answering.empty() ? Apart::nobody : Apart::only_one;
    return found;
  }
  std::vector<std::pair<std::string, double>> facets;  // the furthest apart that two people are on it
  Pair all;
  bool all_compared = true;
  for (std::size_t i = 0; i < answering.size(); ++i) {
    for (std::size_t j = i + 1; j < answering.size(); ++j) {
      const auto pair = pair_of(*answering[i], *answering[j]);
      all_compared = all_compared && pair.compared > 0;
      all.sum += pair.sum;
      all.compared += pair.compared;
      for (const auto& [facet, apart] : pair.facets) {
        const auto known = std::ranges::find(facets, facet, &std::pair<std::string, double>::first);
        if (known == facets.end()) facets.emplace_back(facet, apart);
        else known->second = std::max(known->second, apart);
      }
    }
  }
  // Rounded, so that the order of the people does not decide on which side of a threshold a sum falls.
  found.difference = all.compared > 0 ? std::round(all.sum / all.compared * 1e9) / 1e9 : 0;
  found.apart = judged(found.difference, all_compared);
  std::ranges::stable_sort(facets, std::ranges::greater{}, &std::pair<std::string, double>::second);
  for (const auto& [facet, apart] : facets) {
    constexpr double kNothing = 1e-9;  // sums of shares are not exact
    if (apart > kNothing) found.facets.push_back(facet);
  }
  return found;
}

}  // namespace trivium::fit
