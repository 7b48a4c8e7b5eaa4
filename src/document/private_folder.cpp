#include "document/private_folder.hpp"

#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

namespace trivium::document {

std::optional<PrivateFolder> PrivateFolder::inside(const std::filesystem::path& parent) {
  std::error_code trouble;
  std::filesystem::path whole = std::filesystem::absolute(parent, trouble);
  std::filesystem::create_directories(whole, trouble);
  std::string name = whole / "document-XXXXXX";
  if (trouble || ::mkdtemp(name.data()) == nullptr) return std::nullopt;
  return PrivateFolder{name};
}

PrivateFolder::PrivateFolder(std::filesystem::path path) : path_{std::move(path)} {}

PrivateFolder::PrivateFolder(PrivateFolder&& other) noexcept : path_{std::exchange(other.path_, {})} {}

PrivateFolder::~PrivateFolder() {
  if (path_.empty()) return;
  std::error_code trouble;  // what cannot be removed is no reason to fail the document
  std::filesystem::remove_all(path_, trouble);
}

}  // namespace trivium::document
