#include "evidence/eurostat.hpp"

#include "evidence/scratch_folder.hpp"
#include "measure/shared_files.hpp"

#include <doctest/doctest.h>

namespace trivium::evidence {
namespace {

constexpr auto kWide =
    "freq,unit,nace_r2,geo\\TIME_PERIOD\t2018 \t2019 \n"
    "A,THS,C,AT11\t12.5 p\t: \n"
    "A,THS,C,AT12\t: c\t3.1 bp\n"
    "A,PER,C,AT11\t12500 \t0 \n";

DescribedTable jobs() {
  return {.name = "t",
          .columns = {
              {.name = "region", .header = "geo", .kind = Kind::code},
              {.name = "year", .header = "TIME_PERIOD", .kind = Kind::whole},
              {.name = "jobs", .header = "value", .kind = Kind::number, .markers = {{"*", Marker::Means::suppressed}}},
              {.name = "flag", .header = "flag", .kind = Kind::text}}};
}

struct Read {
  std::vector<std::string> rows;
  Tally tally;
  shape::Flaws flaws;
};

Read read(const std::filesystem::path& file, const DescribedTable& table) {
  Duck duck;
  const auto tally = import_eurostat(duck, file, table);
  if (!tally) return {.rows = {}, .tally = {}, .flaws = tally.error()};
  Read made{.rows = {}, .tally = *tally, .flaws = {}};
  for (const auto& row :
       duck.rows("select concat_ws('|', region, year, coalesce(jobs::varchar, ''), jobs_mark, flag) from t"))
    made.rows.push_back(std::get<std::string>(row.front()));
  return made;
}

}  // namespace

TEST_CASE("Eurostat's wide table is long rows with value, mark and flag") {
  const ScratchFolder folder;
  auto table = jobs();
  table.rows = {{"unit", "THS", RowsWhere::Are::taken}};
  const auto file = folder.file("a.tsv", kWide);
  CHECK(is_eurostat(file));
  const auto met = read(file, table);
  CHECK(met.flaws.empty());
  CHECK(met.rows == std::vector<std::string>{"AT11|2018|12.5|stated|p", "AT11|2019||missing", "AT12|2018||suppressed|c",
                                             "AT12|2019|3.1|stated|bp"});
  CHECK(met.tally.left_out == 2);
  CHECK(met.tally.stood[2].by_remark == std::map<std::string, std::uint64_t>{{"bp", 1}, {"p", 1}});
}

TEST_CASE("a key that stands for several units stops the whole until one of them is said") {
  const ScratchFolder folder;
  const auto met = read(folder.file("a.tsv", kWide), jobs());
  REQUIRE(met.flaws.size() == 1);
  CHECK(met.flaws[0] ==
        shape::Flaw{"/1", "evidence.key_left_open", {{"column", "unit"}, {"one", "THS"}, {"other", "PER"}}});
  auto without_year = jobs();
  without_year.columns[1] = {.name = "year", .header = "freq", .kind = Kind::text};
  without_year.rows = {{"unit", "THS", RowsWhere::Are::taken}};
  const auto years = read(folder.file("b.tsv", kWide), without_year);
  REQUIRE(years.flaws.size() == 1);
  CHECK(years.flaws[0].args.at("column") == "TIME_PERIOD");
}

TEST_CASE("a quotation mark that nothing closes stops Eurostat's table, and is told with its row") {
  const ScratchFolder folder;
  const auto met = read(folder.file("a.tsv", "unit,geo\\TIME_PERIOD\t2018\nTHS,AT11\t1\nTHS,AT12\t\"2\n"), jobs());
  CHECK(met.flaws == shape::Flaws{{"/3", "evidence.open_quote", {{"row", "3"}}}});
}

TEST_CASE("what cannot be read of Eurostat's table is named by its row and its year") {
  const ScratchFolder folder;
  const auto met = read(folder.file("a.tsv",
                                    "unit,geo\\TIME_PERIOD\t2018\t2019\n"
                                    "THS,AT11\t1\t2 x\n"
                                    "THS,AT12\t1\n"
                                    "THS\t1\t2\n"
                                    "THS,AT13\t1,5\t2\n"),
                        jobs());
  CHECK(met.rows == std::vector<std::string>{"AT11|2018|1.0|stated", "AT13|2019|2.0|stated"});
  CHECK(met.tally.errors == std::vector<RowError>{{2, "2019", "2 x", Reason::unknown_flag},
                                                  {3, "", "THS,AT12", Reason::fields},
                                                  {4, "", "THS", Reason::fields},
                                                  {5, "2018", "1,5", Reason::not_a_number}});
}

TEST_CASE("other tables are not taken for Eurostat's") {
  const ScratchFolder folder;
  CHECK_FALSE(is_eurostat(folder.file("a.csv", "region,industry\nA,B\n")));
  CHECK_FALSE(is_eurostat(folder.file("b.tsv", "region\tC:\\2018\n")));
  CHECK_FALSE(is_eurostat(folder.file("c.tsv", "")));
  CHECK_FALSE(is_eurostat(folder.path / "not_there"));
}

TEST_CASE("nama_10r_3empers as it is downloaded: every value, missing ones and provisional ones counted") {
  const auto file = shared_files::file("data/03-region-industry/eurostat_nama_10r_3empers_sample.tsv");
  if (!file) return;
  CHECK(is_eurostat(*file));
  auto table = jobs();
  table.columns.push_back({.name = "nace", .header = "nace_r2", .kind = Kind::code});
  table.columns.push_back({.name = "status", .header = "wstatus", .kind = Kind::code});
  const auto met = read(*file, table);
  CHECK(met.flaws.empty());
  CHECK(met.tally.errors.empty());
  // 16 rows of 28 years; counted with another program: 92 colons, p behind 8 values, b behind 5.
  CHECK(met.tally.taken == 448);
  CHECK(met.tally.stood[2].by_mark == std::array<std::uint64_t, 4>{356, 92, 0, 0});
  CHECK(met.tally.stood[2].by_remark == std::map<std::string, std::uint64_t>{{"b", 5}, {"p", 8}});
}

}  // namespace trivium::evidence
