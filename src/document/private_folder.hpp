// A folder that only this process can enter and that is gone, with all that lies in it, when its owner is.
#pragma once

#include <filesystem>
#include <optional>

namespace trivium::document {

class PrivateFolder {
 public:
  // Nothing where it cannot be made.
  static std::optional<PrivateFolder> inside(const std::filesystem::path& parent);

  PrivateFolder(PrivateFolder&& other) noexcept;
  PrivateFolder& operator=(PrivateFolder&&) = delete;
  ~PrivateFolder();

  const std::filesystem::path& path() const { return path_; }

 private:
  explicit PrivateFolder(std::filesystem::path path);

  std::filesystem::path path_;
};

}  // namespace trivium::document
