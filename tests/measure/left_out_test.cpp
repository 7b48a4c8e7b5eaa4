#include "left_out.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

TEST_CASE("a test case that is left out is noted with what it wants and its name") {
  const char* const before = std::getenv("TRIVIUM_LEFT_OUT");
  const std::string kept = before != nullptr ? before : "";
  std::string folder = (std::filesystem::temp_directory_path() / "trivium-left-out-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  const auto noted = std::filesystem::path{folder} / "noted";
  ::setenv("TRIVIUM_LEFT_OUT", noted.c_str(), 1);
  leave_out_for_want_of("nothing: this is the test of it");
  if (before != nullptr) ::setenv("TRIVIUM_LEFT_OUT", kept.c_str(), 1);
  else ::unsetenv("TRIVIUM_LEFT_OUT");
  std::ifstream file{noted};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  std::filesystem::remove_all(folder);
  CHECK(text.starts_with("nothing: this is the test of it\t"));
  CHECK(text.ends_with("\ta test case that is left out is noted with what it wants and its name\n"));
}
