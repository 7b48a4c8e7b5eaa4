#include "document/package.hpp"
#include "scratch.hpp"

namespace trivium::document {
namespace {

constexpr std::chrono::sys_seconds kThen{std::chrono::sys_days{std::chrono::year{2025} / 9 / 18}};

PrivateFolder folder_of_three() {
  PrivateFolder folder = scratch();
  std::filesystem::create_directory(folder.path() / "word");
  save_file(folder.path() / "word" / "document.xml", "<a/>");
  save_file(folder.path() / "a.xml", "<å/>");
  save_file(folder.path() / "mimetype", "application/x");
  return folder;
}

TEST_CASE("what a folder holds comes back from the bytes") {
  const PrivateFolder folder = folder_of_three();
  const auto packed = Package::from_folder(folder.path());
  REQUIRE(packed.has_value());
  const auto bytes = packed->bytes(kThen);
  REQUIRE(bytes.has_value());
  auto read = Package::from_bytes(*bytes);
  REQUIRE(read.has_value());
  REQUIRE(read->part("word/document.xml") != nullptr);
  CHECK(*read->part("word/document.xml") == "<a/>");
  CHECK(*read->part("a.xml") == "<å/>");
  CHECK(read->part("b.xml") == nullptr);
}

TEST_CASE("the kind of an ODT stands in its first bytes") {
  const PrivateFolder folder = folder_of_three();
  const auto bytes = Package::from_folder(folder.path())->bytes(kThen);
  REQUIRE(bytes.has_value());
  CHECK(bytes->substr(30, 21) == "mimetypeapplication/x");
}

TEST_CASE("the same parts give the same bytes, at any date") {
  const PrivateFolder folder = folder_of_three();
  const auto packed = Package::from_folder(folder.path());
  REQUIRE(packed.has_value());
  CHECK(packed->bytes(kThen) == packed->bytes(kThen));
  CHECK(packed->bytes({}).has_value());
  CHECK(packed->bytes(std::chrono::sys_days{std::chrono::year{3000} / 1 / 1}).has_value());
}

TEST_CASE("a changed part is written changed") {
  const PrivateFolder folder = folder_of_three();
  auto packed = Package::from_folder(folder.path());
  REQUIRE(packed.has_value());
  CHECK(packed->put("a.xml", "<ñ/>"));
  CHECK_FALSE(packed->put("b.xml", "<ñ/>"));
  auto read = Package::from_bytes(packed->bytes(kThen).value());
  REQUIRE(read.has_value());
  CHECK(*read->part("a.xml") == "<ñ/>");
}

TEST_CASE("no folder, an empty folder and bytes that are no package are refused") {
  const PrivateFolder folder = scratch();
  CHECK_FALSE(Package::from_folder(folder.path() / "nowhere").has_value());
  CHECK_FALSE(Package::from_folder(folder.path()).has_value());
  CHECK_FALSE(Package::from_bytes("").has_value());
  CHECK_FALSE(Package::from_bytes("PK\x03\x04 and then nothing").has_value());
}

}  // namespace
}  // namespace trivium::document
