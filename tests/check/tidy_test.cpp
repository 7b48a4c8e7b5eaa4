#include "check/tidy.hpp"

#include "check/small_tree.hpp"

#include <doctest/doctest.h>

namespace trivium::check {

TEST_CASE("what clang-tidy has to say is given with file, line and the name of its check") {
  const SmallTree tree;
  tree.write(".clang-tidy", "Checks: '-*,modernize-use-nullptr'\n");
  tree.write("src/ground/well.cpp", "int* depth() {\n  return 0;\n}\n");
  tree.compiled_by("build/tidy", {"src/ground/well.cpp"});
  CHECK(told(tidy(tree.checkout())) == Told{"src/ground/well.cpp:2: use nullptr [modernize-use-nullptr]"});
}

TEST_CASE("sources that are read together are told of one by one") {
  const SmallTree tree;
  tree.write(".clang-tidy", "Checks: '-*,modernize-use-nullptr'\nHeaderFilterRegex: '/src/'\n");
  std::vector<std::string> files;
  for (int i = 0; i < 40; ++i) {
    files.push_back(fmt::format("src/ground/stone_{:02}.cpp", i));
    tree.write(files.back(), fmt::format("int* stone_{0}() {{\n  return {1};\n}}\n", i, i == 17 ? "0" : "nullptr"));
  }
  tree.compiled_by("build/tidy", files);
  CHECK(told(tidy(tree.checkout())) == Told{"src/ground/stone_17.cpp:2: use nullptr [modernize-use-nullptr]"});
  CHECK(tidy(tree.checkout()).looked_at == "40 files, 39 of them unchanged since they last held");
}

TEST_CASE("sources that use one name for two things are held against the rules all the same") {
  const SmallTree tree;
  tree.write(".clang-tidy", "Checks: '-*,modernize-use-nullptr'\nHeaderFilterRegex: '/src/'\n");
  std::vector<std::string> files;
  for (int i = 0; i < 8; ++i) {
    files.push_back(fmt::format("src/ground/stone_{}.cpp", i));
    tree.write(files.back(),
               "static int* place() {\n  return nullptr;\n}\nint main() { return place() == nullptr; }\n");
  }
  tree.write(files[5], "static int* place() {\n  return 0;\n}\nint main() { return place() == nullptr; }\n");
  tree.compiled_by("build/tidy", files);
  CHECK(told(tidy(tree.checkout())) == Told{"src/ground/stone_5.cpp:2: use nullptr [modernize-use-nullptr]"});
}

TEST_CASE("a header of C is named where sources are read together") {
  const SmallTree tree;
  tree.write(".clang-tidy",
             "Checks: '-*,modernize-deprecated-headers'\nHeaderFilterRegex: '/src/'\nCheckOptions:\n"
             "  modernize-deprecated-headers.CheckHeaderFile: true\n");
  const std::vector<std::string> files{"src/ground/well_a.cpp", "src/ground/well_b.cpp", "src/ground/well_c.cpp",
                                       "src/ground/well_d.cpp"};
  for (const auto& file : files) tree.write(file, "#include <cstddef>\n");
  tree.write(files[2], "#include <string.h>\n");
  tree.compiled_by("build/tidy", files);
  const auto lines = told(tidy(tree.checkout()));
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].starts_with("src/ground/well_c.cpp:1: inclusion of deprecated C++ header 'string.h'"));
}

TEST_CASE("a file is read again only when it, a header below it or the rules have changed") {
  const SmallTree tree;
  tree.write(".clang-tidy", "Checks: '-*,modernize-use-nullptr'\n");
  tree.write("src/ground/well.cpp", "#include \"ground/stone.hpp\"\n");
  tree.compiled_by("build/tidy", {"src/ground/well.cpp"});
  CHECK(tidy(tree.checkout()).looked_at == "1 files, 0 of them unchanged since they last held");
  CHECK(tidy(tree.checkout()).looked_at == "1 files, 1 of them unchanged since they last held");
  tree.write("src/ground/stone.hpp", "#pragma once\nstruct Stone { int weight = 1; };\n");
  CHECK(tidy(tree.checkout()).looked_at == "1 files, 0 of them unchanged since they last held");
  tree.write(".clang-tidy", "Checks: '-*,modernize-use-override'\n");
  CHECK(tidy(tree.checkout()).looked_at == "1 files, 0 of them unchanged since they last held");
}

TEST_CASE("a file that clang-tidy cannot read is a finding, not silence") {
  const SmallTree tree;
  tree.write(".clang-tidy", "Checks: '-*,modernize-use-nullptr'\n");
  tree.write("src/ground/well.cpp", "int depth( {\n");
  tree.compiled_by("build/tidy", {"src/ground/well.cpp"});
  const auto lines = told(tidy(tree.checkout()));
  REQUIRE_FALSE(lines.empty());
  CHECK(lines[0].starts_with("src/ground/well.cpp:1: "));
}

}  // namespace trivium::check
