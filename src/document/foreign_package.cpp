#include "document/foreign_package.hpp"

#include "document/foreign_xml.hpp"

#include <zip.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace trivium::document {

struct ForeignPackage::Archive {
  zip_t* zip = nullptr;

  explicit Archive(zip_t* opened) : zip{opened} {}
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  Archive(Archive&&) = delete;
  Archive& operator=(Archive&&) = delete;
  ~Archive() { zip_discard(zip); }
};

ForeignPackage::ForeignPackage(std::unique_ptr<Archive> archive, std::vector<ZipEntry> entries)
    : archive_{std::move(archive)}, entries_{std::move(entries)} {}
ForeignPackage::ForeignPackage(ForeignPackage&&) noexcept = default;
ForeignPackage& ForeignPackage::operator=(ForeignPackage&&) noexcept = default;
ForeignPackage::~ForeignPackage() = default;

std::expected<ForeignPackage, Unreadable> ForeignPackage::opened(std::string_view bytes) {
  auto entries = directory_of(bytes);
  if (!entries) return std::unexpected{entries.error()};
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return std::unexpected{Unreadable::damaged};
  zip_t* zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (zip == nullptr) {
    zip_source_free(source);
    return std::unexpected{Unreadable::damaged};
  }
  return ForeignPackage{std::make_unique<Archive>(zip), std::move(*entries)};
}

bool ForeignPackage::has(std::string_view name) const {
  return std::ranges::find(entries_, name, &ZipEntry::name) != entries_.end();
}

std::expected<std::string, Unreadable> ForeignPackage::unpacked(std::string_view name) {
  const auto entry = std::ranges::find(entries_, name, &ZipEntry::name);
  if (entry == entries_.end()) return std::unexpected{Unreadable::damaged};
  const auto index = static_cast<zip_uint64_t>(entry - entries_.begin());
  const auto close = [](zip_file_t* file) { zip_fclose(file); };
  const std::unique_ptr<zip_file_t, decltype(close)> file{zip_fopen_index(archive_->zip, index, 0), close};
  if (!file) return std::unexpected{Unreadable::damaged};
  // One byte more than it says it has: whoever has more than that lied.
  std::string bytes(entry->unpacked + 1, '\0');
  std::size_t read = 0;
  while (read < bytes.size()) {
    const zip_int64_t more = zip_fread(file.get(), bytes.data() + read, bytes.size() - read);
    if (more < 0) return std::unexpected{Unreadable::damaged};
    if (more == 0) break;
    read += static_cast<std::size_t>(more);
  }
  if (read != entry->unpacked) return std::unexpected{Unreadable::unsafe};
  bytes.pop_back();
  unpacked_ += read;
  if (unpacked_ > kMostUnpacked) return std::unexpected{Unreadable::too_large};
  if (bytes.starts_with("PK\x03\x04")) return std::unexpected{Unreadable::nested};
  return bytes;
}

std::expected<void, Unreadable> ForeignPackage::load(std::string_view name, pugi::xml_document& tree) {
  auto bytes = unpacked(name);
  if (!bytes) return std::unexpected{bytes.error()};
  return load_foreign(*bytes, tree);
}

}  // namespace trivium::document
