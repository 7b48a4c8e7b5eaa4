// The folder everything is kept in. One program at a time: two writers on one file would each believe the other's
// text away.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>

namespace trivium::app {

class DataFolder {
 public:
  // Makes the folder (for this person only) and locks it; the reason is a sentence.
  static std::expected<DataFolder, std::string> open(const std::filesystem::path& folder);
  ~DataFolder();
  DataFolder(DataFolder&& other) noexcept;
  DataFolder& operator=(DataFolder&&) = delete;
  DataFolder(const DataFolder&) = delete;
  DataFolder& operator=(const DataFolder&) = delete;

 private:
  explicit DataFolder(int lock) : lock_{lock} {}
  int lock_;
};

// A port nobody listens on at this moment; 0 where none can be had.
std::uint16_t free_port(const std::string& listen);

}  // namespace trivium::app
