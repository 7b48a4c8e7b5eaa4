#include "api/word_rows.hpp"

#include "document/passages.hpp"

#include <algorithm>
#include <set>
#include <sstream>

namespace trivium::api {
namespace {

std::set<std::string> words_of(const std::string& line) {
  std::istringstream stream{line};
  std::set<std::string> words;
  for (std::string word; stream >> word;) words.insert(std::move(word));
  return words;
}

// 2 for the same line, up to 1 for one that shares words, 0 where they have too little in common.
double likeness(const std::string& one, const std::string& other) {
  constexpr double kAlike = 2;
  constexpr double kLeast = 0.3;
  if (document::as_on_paper(one) == document::as_on_paper(other)) return kAlike;
  const auto left = words_of(one);
  const auto right = words_of(other);
  std::size_t shared = 0;
  for (const auto& word : left) shared += right.contains(word) ? 1U : 0U;
  const auto all = left.size() + right.size() - shared;
  const double share = all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
  return share < kLeast ? 0 : share;
}

using Likeness = std::vector<std::vector<double>>;

// The pairing in order with the greatest sum: best[i][j] is that of the rows from i and j on.
std::vector<RowPair> best_pairs(const Likeness& likeness, std::size_t written, std::size_t returned) {
  Likeness best(written + 1, std::vector<double>(returned + 1, 0));
  for (std::size_t i = written; i-- > 0;) {
    for (std::size_t j = returned; j-- > 0;) {
      best[i][j] = std::max(best[i + 1][j], best[i][j + 1]);
      if (likeness[i][j] > 0) best[i][j] = std::max(best[i][j], likeness[i][j] + best[i + 1][j + 1]);
    }
  }
  std::vector<RowPair> pairs;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < written || j < returned) {
    if (i < written && j < returned && likeness[i][j] > 0 && best[i][j] == likeness[i][j] + best[i + 1][j + 1])
      pairs.push_back({i++, j++});
    else if (i < written && (j == returned || best[i][j] == best[i + 1][j])) pairs.push_back({i++, std::nullopt});
    else pairs.push_back({std::nullopt, j++});
  }
  return pairs;
}

// A stretch in which as many rows went as came is taken for rows that were written anew.
void join_stretch(std::vector<RowPair>& into, const std::vector<RowPair>& stretch) {
  std::vector<std::size_t> gone;
  std::vector<std::size_t> come;
  for (const auto& one : stretch) {
    if (one.written) gone.push_back(*one.written);
    else come.push_back(*one.returned);
  }
  if (gone.size() != come.size()) {
    into.insert(into.end(), stretch.begin(), stretch.end());
    return;
  }
  for (std::size_t k = 0; k < gone.size(); ++k) into.push_back({gone[k], come[k]});
}

}  // namespace

std::vector<RowPair> paired_rows(const std::vector<std::string>& written, const std::vector<std::string>& returned) {
  Likeness alike(written.size(), std::vector<double>(returned.size(), 0));
  for (std::size_t i = 0; i < written.size(); ++i) {
    for (std::size_t j = 0; j < returned.size(); ++j) alike[i][j] = likeness(written[i], returned[j]);
  }
  std::vector<RowPair> pairs;
  std::vector<RowPair> stretch;
  for (const auto& pair : best_pairs(alike, written.size(), returned.size())) {
    if (!pair.written || !pair.returned) {
      stretch.push_back(pair);
      continue;
    }
    join_stretch(pairs, stretch);
    stretch.clear();
    pairs.push_back(pair);
  }
  join_stretch(pairs, stretch);
  return pairs;
}

}  // namespace trivium::api
