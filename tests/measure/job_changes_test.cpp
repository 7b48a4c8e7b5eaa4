#include "measure/job_changes.hpp"

#include "measure/shared_files.hpp"
#include "shape/by_chance.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <map>
#include <numeric>
#include <set>

namespace trivium::measure {
namespace {

struct Record {
  std::int32_t worker;
  std::int16_t year;
  std::int32_t establishment;
  std::int32_t industry;
  auto operator<=>(const Record&) const = default;
};

struct Columns {
  explicit Columns(const std::vector<Record>& records) {
    for (const auto& one : records) {
      worker.push_back(one.worker);
      year.push_back(one.year);
      establishment.push_back(one.establishment);
      industry.push_back(one.industry);
    }
  }
  Panel panel() const { return {worker, year, establishment, industry}; }

  std::vector<std::int32_t> worker, establishment, industry;
  std::vector<std::int16_t> year;
};

JobChanges counted(const std::vector<Record>& records, const Work& work = {}) {
  return job_changes(Columns{records}.panel(), work);
}

// The definition, word by word.
JobChanges by_definition(std::vector<Record> records) {
  std::ranges::sort(records);
  std::map<std::pair<std::int32_t, std::int16_t>, Record> jobs;
  JobChanges made;
  for (const auto& one : records) {
    if (!jobs.try_emplace({one.worker, one.year}, one).second) ++made.passed_over;
  }
  std::map<std::pair<std::int32_t, std::int32_t>, std::uint64_t> pairs;
  for (const auto& [key, job] : jobs) {
    if (key.second == std::numeric_limits<std::int16_t>::max()) continue;
    const auto next = jobs.find({key.first, static_cast<std::int16_t>(key.second + 1)});
    if (next == jobs.end() || next->second.establishment == job.establishment || next->second.industry == job.industry)
      continue;
    ++pairs[{job.industry, next->second.industry}];
    ++made.changes;
  }
  for (const auto& [pair, count] : pairs) made.pairs.push_back({pair.first, pair.second, count});
  return made;
}

std::vector<Record> any_panel(unsigned seed, std::size_t most, std::int32_t gap) {
  by_chance::Chance chance{seed};
  const auto some = [&](std::size_t count) { return static_cast<std::int32_t>(by_chance::below(chance, count)); };
  std::vector<Record> records;
  for (auto i = by_chance::below(chance, most); i > 0; --i)
    records.push_back({-20 + gap * some(40), static_cast<std::int16_t>(2010 + some(6)), some(9) - 4, some(5) - 2});
  return records;
}

}  // namespace

TEST_CASE("job changes of four workers, counted by hand") {
  const auto made = counted({
      {1, 2010, 100, 7},
      {1, 2011, 200, 8},
      {1, 2012, 201, 8},  // 7 to 8; then another establishment of the same industry
      {2, 2010, 100, 7},
      {2, 2012, 200, 8},  // a year without a record between
      {3, 2012, 100, 7},
      {3, 2011, 200, 8},
      {3, 2010, 100, 7},  // there and back, in no order
      {4, 2010, 100, 7},
      {4, 2011, 100, 8},  // the establishment was recoded
  });
  CHECK(made.pairs == std::vector<JobChange>{{7, 8, 2}, {8, 7, 1}});
  CHECK(made.changes == 3);
  CHECK(made.passed_over == 0);
}

TEST_CASE("of several jobs in a year the smallest number stands, and the others are told") {
  const auto made = counted({{1, 2010, 300, 5}, {1, 2010, 100, 7}, {1, 2010, 100, 6}, {1, 2011, 200, 8}});
  CHECK(made.pairs == std::vector<JobChange>{{6, 8, 1}});
  CHECK(made.passed_over == 2);
}

TEST_CASE("no records, no changes") { CHECK(counted({}) == JobChanges{}); }

TEST_CASE("ids at both ends of their range are told apart") {
  constexpr auto kLeast = std::numeric_limits<std::int32_t>::min();
  constexpr auto kMost = std::numeric_limits<std::int32_t>::max();
  const std::vector<Record> records{
      {kLeast, 2010, kLeast, kLeast}, {kLeast, 2011, kMost, kMost}, {kMost, 2010, -1, 0}, {kMost, 2011, 0, -1}};
  CHECK(counted(records) == by_definition(records));
}

TEST_CASE("the sweep, the sorting and the parts give what the definition gives, on any number of threads") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    const std::int32_t gap = seed % 3 == 0 ? 3'000'000 : 1;  // with gaps, records are sorted
    const auto records = any_panel(seed, 300, gap);
    const auto expected = by_definition(records);
    CHECK(counted(records) == expected);
    CHECK(counted(records, {.threads = 3}) == expected);
    if (gap != 1) continue;
    // In many small parts, each record given in pieces.
    const Columns columns{records};
    const Extent extent{-20, 19, 2010, 2015, -2, 2};
    std::size_t asked = 0;
    const auto source = [&](std::int32_t, std::int32_t, const std::function<void(const Panel&)>& piece) {
      ++asked;
      for (std::size_t begin = 0; begin < records.size(); begin += 50) {
        const auto count = std::min<std::size_t>(50, records.size() - begin);
        const auto all = columns.panel();
        piece({all.worker.subspan(begin, count), all.year.subspan(begin, count),
               all.establishment.subspan(begin, count), all.industry.subspan(begin, count)});
      }
    };
    CHECK(job_changes(extent, source, {.most = 7 * 6 * 8}) == expected);
    CHECK(asked == 6);
  }
}

TEST_CASE("many industries are counted as few are") {
  std::vector<Record> records;
  for (std::int32_t i = 0; i < 6'000; ++i) {
    records.push_back({i, 2010, 1, i});
    records.push_back({i, 2011, 2, (i * 7) % 6'000});
  }
  CHECK(counted(records) == by_definition(records));
}

TEST_CASE("counting that is stopped says so") {
  std::stop_source wanted;
  wanted.request_stop();
  CHECK_THROWS_AS(counted(any_panel(1, 300, 1), {.stop = wanted.get_token()}), Cancelled);
}

TEST_CASE("the counts of the panel that the peers were given") {
  const auto generator = shared_files::file("data/bench/gen.py");
  const auto reference = shared_files::file("data/bench/ref/panel_s.csv");
  if (!generator || !reference) return;
  const auto folder = std::filesystem::temp_directory_path() / "trivium-panel-test";
  const auto command = "/usr/bin/python3 " + generator->string() + " panel s " + folder.string() + " 2>/dev/null";
  if (std::system(command.c_str()) != 0) {
    leave_out_for_want_of("python3-numpy, python3-pandas (script/setup test)");
    return;
  }
  const auto numbers = [](const std::string& line) {
    std::vector<std::int32_t> made;
    for (std::size_t at = 0; made.size() < 4; at = line.find(',', at) + 1) made.push_back(std::stoi(line.substr(at)));
    return made;
  };
  std::vector<Record> records;
  std::string line;
  std::ifstream panel{folder / "panel_s.csv"};
  for (std::getline(panel, line); std::getline(panel, line);) {
    const auto row = numbers(line);
    records.push_back({row[0], static_cast<std::int16_t>(row[1]), row[2], row[3]});
  }
  std::filesystem::remove_all(folder);
  std::set<std::vector<std::int32_t>> expected;
  std::ifstream counts{*reference};
  for (std::getline(counts, line); std::getline(counts, line);) {
    const auto row = numbers(line);
    if (row[2] > 0) expected.insert({row[0], row[1], row[2]});
    if (row[3] > 0) expected.insert({row[1], row[0], row[3]});
  }
  std::set<std::vector<std::int32_t>> made;
  for (const auto& pair : counted(records).pairs)
    made.insert({pair.from, pair.to, static_cast<std::int32_t>(pair.count)});
  CHECK(records.size() == 92'932);
  CHECK(made == expected);
}

}  // namespace trivium::measure
