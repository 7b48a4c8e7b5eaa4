// Known answers on real data. They are not part of the product: where the folder is absent, what needs it is left out,
// says so and is counted.
#pragma once

#include "left_out.hpp"

#include <doctest/doctest.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace shared_files {

inline constexpr auto kWanted = "../shared (TRIVIUM_SHARED names it)";

inline std::optional<std::filesystem::path> folder() {
  const char* named = std::getenv("TRIVIUM_SHARED");
  const std::filesystem::path place = named != nullptr ? named : std::string{TRIVIUM_SOURCE_DIR} + "/../shared";
  if (std::filesystem::is_directory(place / "data")) return place / "data";
  return std::nullopt;
}

// A file or folder of it. Where it is not there, the test says so and ends.
inline std::optional<std::filesystem::path> file(const std::string& name) {
  const auto data = folder();
  if (data && std::filesystem::exists(data->parent_path() / name)) return data->parent_path() / name;
  leave_out_for_want_of(data ? name + " in ../shared" : kWanted);
  return std::nullopt;
}

// Of a comma- or semicolon-separated file, also a packed one: fields by the name of their column.
class Table {
 public:
  Table(const std::filesystem::path& path, char separator = ',') {
    const std::string command =
        path.extension() == ".gz" ? "gzip -dc '" + path.string() + "'" : "cat '" + path.string() + "'";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe{popen(command.c_str(), "r"), &pclose};
    std::string text;
    std::vector<char> buffer(1 << 16);
    while (const auto got = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) text.append(buffer.data(), got);
    if (text.empty()) throw std::runtime_error{"nothing to read in " + path.string()};
    split(text, separator);
  }

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] const std::string& text(std::size_t row, const std::string& column) const {
    return rows_.at(row).at(columns_.at(column));
  }
  [[nodiscard]] double number(std::size_t row, const std::string& column) const {
    const auto& field = text(row, column);
    double value = 0;
    if (std::from_chars(field.data(), field.data() + field.size(), value).ec != std::errc{})
      throw std::runtime_error{"'" + field + "' is no number"};
    return value;
  }
  [[nodiscard]] const std::vector<std::string>& row(std::size_t row) const { return rows_.at(row); }

 private:
  void split(const std::string& all, char separator) {
    std::vector<std::string> row{""};
    bool quoted = false;
    for (const char letter : all) {
      if (letter == '"') quoted = !quoted;
      else if (!quoted && letter == separator) row.emplace_back();
      else if (!quoted && letter == '\n') {
        take(std::move(row));
        row = {""};
      } else if (letter != '\r') row.back() += letter;
    }
    if (row.size() > 1) take(std::move(row));
  }
  void take(std::vector<std::string> row) {
    if (!columns_.empty()) return rows_.push_back(std::move(row));
    for (std::size_t i = 0; i < row.size(); ++i) columns_.emplace(row[i], i);
  }

  std::map<std::string, std::size_t> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace shared_files

// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): a function could not leave the test.
#define NEEDS_SHARED_FILES(name)                    \
  const auto name##_found = shared_files::folder(); \
  if (!name##_found) {                              \
    leave_out_for_want_of(shared_files::kWanted);   \
    return;                                         \
  }                                                 \
  const auto& name = *name##_found
