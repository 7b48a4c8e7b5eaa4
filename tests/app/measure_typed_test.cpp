#include "app/measure_typed.hpp"

#include "analysis/catalogue.hpp"
#include "evidence/scratch_folder.hpp"

#include <doctest/doctest.h>

using namespace trivium;

TEST_CASE("the ending of the answer's name says its form, whatever its case") {
  const auto form = [](const std::string& out) {
    app::MeasureTyped typed;
    typed.out = out;
    return app::form_of(typed);
  };
  CHECK(form("t.csv") == analysis::Form::csv);
  CHECK(form("t.CSV") == analysis::Form::csv);
  CHECK(form("T.Json") == analysis::Form::json);
  CHECK(form("t.PARQUET") == analysis::Form::parquet);
  CHECK_FALSE(form("t.txt"));
  CHECK_FALSE(form("t"));
}

TEST_CASE("a sheet is named behind its workbook, whatever the case of the workbook's ending") {
  const evidence::ScratchFolder folder;
  for (const auto* name : {"jobs.xlsx", "JOBS.XLSX"}) {
    const auto file = folder.file(name, "");
    app::MeasureTyped typed;
    typed.files["employment"] = file.string() + "#Tabl 6";
    const auto made = app::request(*analysis::analysis("concentration"), typed);
    REQUIRE(made);
    CHECK(made->files.at("employment") == file);
    CHECK(made->sheets.at("employment") == "Tabl 6");
  }
}
