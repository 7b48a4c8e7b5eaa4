// A DOCX or ODT file opened: named parts in a zip. Written again, the same parts give the same bytes.
#pragma once

#include <chrono>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trivium::document {

class Package {
 public:
  // The files below a folder, named as they lie there.
  static std::expected<Package, std::string> from_folder(const std::filesystem::path& folder);
  static std::expected<Package, std::string> from_bytes(const std::string& bytes);

  // nullptr where there is no such part.
  const std::string* part(std::string_view name) const;

  // In the place of the part of that name; false where there is none.
  bool put(std::string_view name, std::string bytes);

  std::expected<std::string, std::string> bytes(std::chrono::sys_seconds written) const;

 private:
  std::vector<std::pair<std::string, std::string>> parts_;
};

}  // namespace trivium::document
