// A package somebody brought. Only the parts that are asked for are ever unpacked, counted while they are: whatever
// else lies in it stays as it is.
#pragma once

#include "document/zip_directory.hpp"

#include <pugixml.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace trivium::document {

class ForeignPackage {
 public:
  // The bytes have to stay where they are.
  static std::expected<ForeignPackage, Unreadable> opened(std::string_view bytes);
  ForeignPackage(ForeignPackage&&) noexcept;
  ForeignPackage& operator=(ForeignPackage&&) noexcept;
  ForeignPackage(const ForeignPackage&) = delete;
  ForeignPackage& operator=(const ForeignPackage&) = delete;
  ~ForeignPackage();

  [[nodiscard]] bool has(std::string_view name) const;

  // As load_foreign takes it; damaged where there is no such part.
  std::expected<void, Unreadable> load(std::string_view name, pugi::xml_document& tree);

 private:
  struct Archive;
  ForeignPackage(std::unique_ptr<Archive> archive, std::vector<ZipEntry> entries);
  std::expected<std::string, Unreadable> unpacked(std::string_view name);

  std::unique_ptr<Archive> archive_;
  std::vector<ZipEntry> entries_;
  std::uint64_t unpacked_ = 0;
};

}  // namespace trivium::document
