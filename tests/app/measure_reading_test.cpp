// Of which tables rows are meant where no table was named.
#include "app/measure_reading.hpp"

#include "analysis/catalogue.hpp"
#include "evidence/scratch_folder.hpp"

#include <doctest/doctest.h>

using namespace trivium;

namespace {

using Said = std::vector<std::string>;

Said rows(std::string_view measure, const app::MeasureTyped& typed) {
  shape::Flaws flaws;
  Said said;
  for (const auto& [table, where] : app::reading(*analysis::analysis(measure), typed, flaws).rows)
    said.push_back(table + "." + where.header + "=" + where.value);
  CHECK(flaws.empty());
  return said;
}

struct Files {
  std::string with(const char* name, const char* content) const { return folder.file(name, content).string(); }
  evidence::ScratchFolder folder;
};

}  // namespace

TEST_CASE("rows are said of the tables that have the column, where another that was given does not") {
  const Files files;
  app::MeasureTyped typed;
  typed.files["employment"] = files.with("e.csv", "region,industry,jobs\nWales,1,5\n");
  typed.files["region-totals"] = files.with("r.csv", "region,jobs\nWales,5\n");
  typed.files["industry-totals"] = files.with("i.csv", "industry,jobs\n1,9\n");
  typed.only = {"region=Wales"};
  CHECK(rows("location-quotient", typed) == Said{"employment.region=Wales", "region-totals.region=Wales"});
  typed.only = {"jobs=5"};
  CHECK(rows("location-quotient", typed) == Said{".jobs=5"});
  typed.only = {"employment.region=Wales"};
  CHECK(rows("location-quotient", typed) == Said{"employment.region=Wales"});
  typed.files.erase("industry-totals");
  typed.only = {"region=Wales"};
  CHECK(rows("location-quotient", typed) == Said{".region=Wales"});
}

TEST_CASE("ties without a weight are left out, whatever is said of the actors") {
  const Files files;
  app::MeasureTyped typed;
  typed.files["ties"] = files.with("t.csv", "from;to;weight\nA;B;0\n");
  typed.files["actors"] = files.with("a.csv", "actor;group\nA;1\n");
  typed.without = {"weight=0"};
  CHECK(rows("network-structure", typed) == Said{"ties.weight=0"});
}

TEST_CASE("rows are still said of a table that has the column in its file, or that cannot be looked into") {
  const Files files;
  app::MeasureTyped typed;
  typed.only = {"region=Wales"};
  typed.files["employment"] = files.with("e.csv", "region,industry,jobs\nWales,1,5\n");
  for (const auto& totals :
       {files.with("i.csv", "Totals\n\nindustry;region;jobs\n1;Wales;9\n"), files.with("i.xlsx", "PK\x03\x04")}) {
    typed.files["industry-totals"] = totals;
    CHECK(rows("location-quotient", typed) == Said{".region=Wales"});
  }
}

TEST_CASE("rows of a column that is none of ours are said of all tables") {
  const Files files;
  app::MeasureTyped typed;
  typed.files["employment"] = files.with("e.csv", "region,industry,jobs,unit\nWales,1,5,THS\n");
  typed.files["industry-totals"] = files.with("i.csv", "industry,jobs\n1,9\n");
  typed.only = {"unit=THS"};
  CHECK(rows("location-quotient", typed) == Said{".unit=THS"});
}
