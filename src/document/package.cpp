#include "document/package.hpp"

#include <zip.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <tuple>

namespace trivium::document {
namespace {

constexpr std::uint64_t kLargestPart = std::uint64_t{256} << 20U;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_source_t* source) const { zip_source_free(source); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, Discard>;
using OpenPart = std::unique_ptr<zip_file_t, Discard>;

std::string_view name_of(const std::pair<std::string, std::string>& part) { return part.first; }

std::optional<std::string> content(zip_t* archive, zip_uint64_t index, const zip_stat_t& known) {
  if (known.size > kLargestPart) return std::nullopt;
  const OpenPart file{zip_fopen_index(archive, index, 0)};
  if (!file) return std::nullopt;
  std::string bytes(known.size, '\0');
  if (zip_fread(file.get(), bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size())) return std::nullopt;
  return bytes;
}

// The date as zip keeps it: local time without a zone, from 1980 on. UTC is taken, lest the bytes depend on the house.
std::pair<zip_uint16_t, zip_uint16_t> dos_time(std::chrono::sys_seconds instant) {
  using namespace std::chrono;
  instant = std::clamp(instant, sys_seconds{sys_days{1980y / 1 / 1}}, sys_seconds{sys_days{2107y / 12 / 31}});
  const auto day = floor<days>(instant);
  const year_month_day date{day};
  const hh_mm_ss time{instant - day};
  return {static_cast<zip_uint16_t>(time.hours().count() << 11 | time.minutes().count() << 5 |
                                    (time.seconds().count() / 2)),
          static_cast<zip_uint16_t>((int{date.year()} - 1980) << 9 | static_cast<int>(unsigned{date.month()}) << 5 |
                                    static_cast<int>(unsigned{date.day()}))};
}

bool add(zip_t* archive, const std::string& name, const std::string& bytes, std::pair<zip_uint16_t, zip_uint16_t> at) {
  Source source{zip_source_buffer(archive, bytes.data(), bytes.size(), 0)};
  if (!source) return false;
  const zip_int64_t index = zip_file_add(archive, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  if (index < 0) return false;
  std::ignore = source.release();  // the archive's from here on
  const auto place = static_cast<zip_uint64_t>(index);
  // An ODT names its kind in its first bytes, for which this part has to lie first and open.
  const zip_int32_t method = name == "mimetype" ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
  return zip_set_file_compression(archive, place, method, 0) == 0 &&
         zip_file_set_dostime(archive, place, at.first, at.second, 0) == 0;
}

}  // namespace

std::expected<Package, std::string> Package::from_folder(const std::filesystem::path& folder) {
  Package package;
  std::error_code trouble;
  for (std::filesystem::recursive_directory_iterator entry{folder, trouble}, end; !trouble && entry != end;
       entry.increment(trouble)) {
    if (!entry->is_regular_file()) continue;
    std::ifstream file{entry->path(), std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    if (!file) return std::unexpected{"cannot read " + entry->path().string()};
    package.parts_.emplace_back(entry->path().lexically_relative(folder).generic_string(), std::move(bytes));
  }
  if (trouble || package.parts_.empty()) return std::unexpected{"no reference document in " + folder.string()};
  std::ranges::sort(package.parts_, {},
                    [](const auto& part) { return std::pair{part.first != "mimetype", part.first}; });
  return package;
}

std::expected<Package, std::string> Package::from_bytes(const std::string& bytes) {
  zip_error_t error;
  zip_error_init(&error);
  Source source{zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error)};
  if (!source) return std::unexpected{"no memory for a package"};
  const Archive archive{zip_open_from_source(source.get(), ZIP_RDONLY, &error)};
  if (!archive) return std::unexpected{"not a package"};
  std::ignore = source.release();  // the archive's from here on
  Package package;
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    zip_stat_t known;
    if (zip_stat_index(archive.get(), i, 0, &known) != 0) return std::unexpected{"a damaged package"};
    std::optional<std::string> part = content(archive.get(), i, known);
    if (!part) return std::unexpected{"a damaged part of a package"};
    package.parts_.emplace_back(known.name, *std::move(part));
  }
  if (package.parts_.empty()) return std::unexpected{"an empty package"};
  return package;
}

const std::string* Package::part(std::string_view name) const {
  const auto found = std::ranges::find(parts_, name, name_of);
  return found == parts_.end() ? nullptr : &found->second;
}

bool Package::put(std::string_view name, std::string bytes) {
  const auto found = std::ranges::find(parts_, name, name_of);
  if (found == parts_.end()) return false;
  found->second = std::move(bytes);
  return true;
}

std::expected<std::string, std::string> Package::bytes(std::chrono::sys_seconds written) const {
  zip_error_t error;
  zip_error_init(&error);
  const Source whole{zip_source_buffer_create(nullptr, 0, 0, &error)};
  if (!whole) return std::unexpected{"no memory for a package"};
  zip_source_keep(whole.get());  // once for the archive, once for reading what it wrote
  Archive archive{zip_open_from_source(whole.get(), ZIP_TRUNCATE, &error)};
  if (!archive) {
    zip_source_free(whole.get());
    return std::unexpected{"no memory for a package"};
  }
  for (const auto& [name, bytes] : parts_) {
    if (!add(archive.get(), name, bytes, dos_time(written)))
      return std::unexpected{"cannot add " + name + " to a package"};
  }
  if (zip_close(archive.get()) != 0) return std::unexpected{"cannot write a package"};
  std::ignore = archive.release();
  zip_stat_t known;
  if (zip_source_stat(whole.get(), &known) != 0 || zip_source_open(whole.get()) != 0) {
    return std::unexpected{"cannot read back a package"};
  }
  std::string bytes(known.size, '\0');
  const zip_int64_t read = zip_source_read(whole.get(), bytes.data(), bytes.size());
  zip_source_close(whole.get());
  if (read != static_cast<zip_int64_t>(bytes.size())) return std::unexpected{"cannot read back a package"};
  return bytes;
}

}  // namespace trivium::document
