// From one code list to another, as people reach it: from files to values, marks, guesses and the account.
#include "analysis/tables.hpp"
#include "measure/shared_files.hpp"
#include "shape/by_chance.hpp"

#include <fmt/format.h>

#include <cmath>
#include <set>

using namespace trivium;
using namespace trivium::analysis;
using evidence::ScratchFolder;

namespace {

const Typed kLists{{"from-list", "NACE 2"}, {"to-list", "NACE 2.1"}};

std::string rows_of(const Request& request) {
  const ScratchFolder folder;
  const auto csv = csv_of(request, folder.path, {.threads = 2});
  CHECK(csv_of(request, folder.path, {.threads = 1}) == csv);
  std::string made = csv.substr(csv.find('\n') + 1);
  std::erase(made, '\r');
  return made;
}

const Remark* remark(const Finding& finding, std::string_view name, std::string_view code = {}) {
  for (const auto& one : finding.account.remarks) {
    if (one.name == name && one.code.value_or("") == code) return &one;
  }
  return nullptr;
}

double sum(const Finding& finding, const char* column) {
  return std::get<double>(
      finding.tables->rows(fmt::format("select coalesce(sum({}), 0)::double from answer", column)).at(0).at(0));
}

Refusal refusal(const Request& request) {
  auto finding = run(request);
  REQUIRE_FALSE(finding);
  return std::move(finding.error());
}

}  // namespace

TEST_CASE("recoding: the example of its page, with what is guessed, suppressed and known at least") {
  const ScratchFolder folder;
  auto request = asked(
      "recoding",
      {{"values", folder.file("jobs.csv", "of,code,value\nBilbao,86.90,80\nBilbao,86.21,12\nBilbao,86.22,*\n")},
       {"correspondence", folder.file("links.csv", "from,to\n86.90,86.91\n86.90,86.99\n86.21,86.21\n86.22,86.21\n")}},
      kLists);
  CHECK(rows_of(request) ==
        "Bilbao,86.21,,suppressed,12,0\nBilbao,86.91,40,stated,40,40\nBilbao,86.99,40,stated,40,40\n");
  const auto finding = run(request);
  REQUIRE(finding);
  CHECK(remark(*finding, "total_before")->value == 92);
  CHECK(remark(*finding, "total_after")->value == 92);
  const auto* split = remark(*finding, "split_in_equal_parts", "86.90");
  REQUIRE(split != nullptr);
  CHECK(split->codes == std::vector<std::string>{"86.91 (0.5)", "86.99 (0.5)"});
  CHECK(split->value == 80);
  REQUIRE(remark(*finding, "put_together", "86.21") != nullptr);
  CHECK(remark(*finding, "put_together", "86.21")->codes == std::vector<std::string>{"86.21", "86.22"});
  CHECK(finding->account.sources[0].suppressed == 1);
  const auto json = shape::to_json(finding->account).dump();
  CHECK(json.find("split_in_equal_parts") != std::string::npos);
}

TEST_CASE("recoding: weights share out and nothing is guessed; a code that finds none is told with what it held") {
  const ScratchFolder folder;
  const auto values = folder.file("v.csv", "of,code,value\n2024,a,10\n2024,?,4\n2025,?,:\n");
  const auto links = folder.file("l.csv", "from,to,weight\na,x,0.75\na,y,0.25\n");
  const auto request = asked("recoding", {{"values", values}, {"correspondence", links}}, kLists);
  CHECK(rows_of(request) == "2024,x,7.5,stated,7.5,0\n2024,y,2.5,stated,2.5,0\n");
  const auto finding = run(request);
  REQUIRE(finding);
  CHECK(remark(*finding, "split_by_weights", "a")->value == 10);
  const auto* lost = remark(*finding, "found_no_code", "?");
  REQUIRE(lost != nullptr);
  CHECK(lost->value == 4);
  CHECK(lost->values == 2);
  CHECK(lost->unstated == 1);
}

TEST_CASE("recoding: over the list between, one guess makes the whole a guess") {
  const ScratchFolder folder;
  auto lists = kLists;
  lists["onward-list"] = "Ours 1";
  const Files files{{"values", folder.file("v.csv", "of,code,value\nR,a,12\nR,b,1\n")},
                    {"correspondence", folder.file("first.csv", "from,to,weight\na,x,0.5\na,y,0.5\nb,x,1\n")},
                    {"onward", folder.file("second.csv", "from,to\nx,p\ny,p\ny,q\n")}};
  CHECK(rows_of(asked("recoding", files, lists)) == "R,p,7,stated,7,6\nR,q,6,stated,6,6\n");
}

TEST_CASE(
    "recoding: lists that are not named, weights that do not add up and pairs that stand there twice are refused") {
  const ScratchFolder folder;
  const auto values = folder.file("v.csv", "of,code,value\nR,a,12\n");
  const auto links = folder.file("l.csv", "from,to\na,x\n");
  const Files files{{"values", values}, {"correspondence", links}};
  CHECK(refusal(asked("recoding", files, {{"from-list", "NACE 2"}})).flaws.at(0) ==
        shape::Flaw{"/to-list", "flaw.which_list", {}});
  auto too_far = kLists;
  too_far["onward-list"] = "NACE 3";
  CHECK(refusal(asked("recoding", files, too_far)).flaws.at(0).key == "flaw.no_onward");
  const auto with = [&](std::string_view content) {
    return refusal(asked("recoding", {{"values", values}, {"correspondence", folder.file("w.csv", content)}}, kLists));
  };
  CHECK(with("from,to,weight\na,x,0.5\na,y,0.4\n").flaws.at(0).key == "evidence.weights");
  CHECK(with("from,to,weight\na,x,0.5\na,y,\n").flaws.at(0).key == "evidence.weights");
  CHECK(with("from,to,weight\na,x,1.5\n").flaws.at(0).key == "evidence.not_a_share");
  CHECK(with("from,to\na,x\na,x\n").flaws.at(0).key == "evidence.code_twice");
  const auto unversioned = Settings::read(analysis::analysis("recoding")->parameters, {{"from-list", "NACE"}});
  REQUIRE_FALSE(unversioned);
  CHECK(unversioned.error().at(0).key == "flaw.list_without_version");
}

TEST_CASE("recoding: totals are kept, whatever the values, weights and codes; other names change nothing but names") {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    CAPTURE(seed);
    by_chance::Chance chance{seed};
    const auto below = [&](unsigned n) { return by_chance::below(chance, n); };
    std::string values = "of,code,value\n";
    std::string renamed = values;
    for (auto i = below(30); i > 0; --i) {
      const auto of = below(3);
      const auto code = below(8);
      const auto value = below(10) == 0 ? std::string{"*"} : std::to_string(below(1'000));
      values += fmt::format("R{},{},{}\n", of, code, value);
      renamed += fmt::format("R{},c{},{}\n", of, code, value);
    }
    std::string links = "from,to,weight\n";
    std::string renamed_links = links;
    for (unsigned code = 0; code < 7; ++code) {
      std::set<std::uint64_t> targets;
      for (auto i = 1 + below(3); i > 0; --i) targets.insert(below(6));
      const bool weighed = below(2) == 0;
      double left = 1;
      for (const auto to : targets) {
        const double weight = to == *targets.rbegin() ? left : left / 2;
        left -= weight;
        const auto said = weighed ? fmt::format("{}", weight) : "";
        links += fmt::format("{},t{},{}\n", code, to, said);
        renamed_links += fmt::format("c{},u{},{}\n", code, to, said);
      }
    }
    const ScratchFolder folder;
    const auto one =
        run(asked("recoding",
                  {{"values", folder.file("v.csv", values)}, {"correspondence", folder.file("l.csv", links)}}, kLists));
    const auto other = run(
        asked("recoding",
              {{"values", folder.file("rv.csv", renamed)}, {"correspondence", folder.file("rl.csv", renamed_links)}},
              kLists));
    REQUIRE(one);
    REQUIRE(other);
    double lost = 0;
    for (const auto& each : one->account.remarks) lost += each.name == "found_no_code" ? each.value.value_or(0) : 0;
    const auto before = remark(*one, "total_before")->value.value();
    CHECK(std::abs(before - sum(*one, "least") - lost) <= 1e-9 * (1 + before));
    CHECK(std::abs(remark(*one, "total_after")->value.value() - sum(*one, "least")) <= 1e-9 * (1 + before));
    const auto all = "select \"of\", substr(code, 2), value, mark, least, guessed from answer order by 1, 2";
    CHECK(one->tables->rows(all) == other->tables->rows(all));
  }
}

TEST_CASE("recoding: the list into itself changes no value, and nothing is guessed, split or put together") {
  const ScratchFolder folder;
  std::string values = "of,code,value\n";
  std::string links = "from,to\n";
  std::string expected;
  for (int code = 10; code < 60; ++code) {
    links += fmt::format("{0},{0}\n", code);
    values += fmt::format("R,{},0.{}\n", code, code);
    const auto value = fmt::format("{}", code / 100.0);
    expected += fmt::format("R,{},{},stated,{},0\n", code, value, value);
  }
  const auto request = asked(
      "recoding", {{"values", folder.file("v.csv", values)}, {"correspondence", folder.file("l.csv", links)}}, kLists);
  CHECK(rows_of(request) == expected);
  const auto finding = run(request);
  REQUIRE(finding);
  CHECK(finding->account.remarks.size() == 2);  // known before and after
}

TEST_CASE("recoding: American jobs by NAICS 2017 over NACE 2 to NACE 2.1, with the tables as they are published") {
  const auto data = shared_files::file("data/01-codes");
  if (!data) return;
  const ScratchFolder folder;
  const auto shipped = std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/classifications/naics-2017-to-nace-2.csv";
  std::string values = "of,code,value\n";
  const shared_files::Table codes{shipped};
  std::set<std::string> met;
  for (std::size_t row = 0; row < codes.size(); ++row) {
    if (met.insert(codes.text(row, "from")).second) values += "US," + codes.text(row, "from") + ",100\n";
  }
  auto request = asked("recoding",
                       {{"values", folder.file("us.csv", values)},
                        {"correspondence", shipped},
                        {"onward", *data / "pkd2007_to_pkd2025.csv"}},
                       {{"from-list", "NAICS 2017"}, {"to-list", "NACE 2"}, {"onward-list", "NACE 2.1"}});
  request.reading.headers = {{"onward.from", "symbol_2007"}, {"onward.to", "symbol_2025"}};
  const auto finding = run(request);
  REQUIRE(finding);
  double lost = 0;
  for (const auto& each : finding->account.remarks) lost += each.name == "found_no_code" ? each.value.value_or(0) : 0;
  CHECK(sum(*finding, "least") + lost == doctest::Approx(100.0 * static_cast<double>(met.size())));
  CHECK(sum(*finding, "guessed") > 0);
  // The published table of NAICS and NACE itself, where one header stands twice.
  auto raw =
      asked("recoding", {{"values", folder.file("us.csv", values)}, {"correspondence", *data / "naics2017_nace2.csv"}},
            {{"from-list", "NAICS 2017"}, {"to-list", "NACE 2"}});
  raw.reading.headers = {{"correspondence.from", "NAICS 2017"}, {"correspondence.to", "NACE Rev. 2"}};
  CHECK(refusal(raw).flaws.at(0).key == "evidence.column_twice");
  raw.reading.headers["correspondence.to"] = "NACE Rev. 2#1";
  raw.refused_rows = RefusedRows::are_left_out;
  const auto first = run(raw);
  REQUIRE(first);
  auto ours = asked("recoding", {{"values", folder.file("us.csv", values)}, {"correspondence", shipped}},
                    {{"from-list", "NAICS 2017"}, {"to-list", "NACE 2"}});
  const auto second = run(ours);
  REQUIRE(second);
  const auto all = "select code, value, guessed from answer order by 1";
  CHECK(first->tables->rows(all) == second->tables->rows(all));
}

TEST_CASE("recoding: of the 615 classes of NACE 2, 17 are split into NACE 2.1, and 86.90 into 8") {
  const auto links = shared_files::file("data/01-codes/pkd2007_to_pkd2025.csv");
  if (!links) return;
  const ScratchFolder folder;
  std::string values = "of,code,value\n";
  const shared_files::Table nace{std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/classifications/nace-2.csv"};
  for (std::size_t row = 0; row < nace.size(); ++row) {
    if (nace.text(row, "code").size() == 5) values += "R," + nace.text(row, "code") + ",8\n";
  }
  auto request = asked("recoding", {{"values", folder.file("v.csv", values)}, {"correspondence", *links}}, kLists);
  request.reading.headers = {{"correspondence.from", "symbol_2007"}, {"correspondence.to", "symbol_2025"}};
  const auto finding = run(request);
  REQUIRE(finding);
  CHECK(finding->account.sources[0].taken == 615);
  CHECK(std::ranges::count(finding->account.remarks, std::string{"split_in_equal_parts"}, &Remark::name) == 17);
  CHECK(std::ranges::count(finding->account.remarks, std::string{"found_no_code"}, &Remark::name) == 0);
  CHECK(remark(*finding, "split_in_equal_parts", "86.90")->codes.size() == 8);
  CHECK(sum(*finding, "value") == doctest::Approx(615 * 8));
}
