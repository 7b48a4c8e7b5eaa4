#include "evidence/parts.hpp"

#include "evidence/refused.hpp"

#include <zip.h>

namespace trivium::evidence {
namespace {

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void Parts::Close::operator()(zip* archive) const { zip_discard(archive); }

Parts::Parts(std::unique_ptr<std::string> bytes, std::unique_ptr<zip, Close> archive)
    : bytes_{std::move(bytes)}, archive_{std::move(archive)} {}

std::expected<Parts, shape::Flaws> Parts::opened(std::string given) {
  if (given.size() > kLargestFile) return refused("evidence.workbook_too_large");
  auto bytes = std::make_unique<std::string>(std::move(given));
  zip_error_t trouble;
  zip_error_init(&trouble);
  zip_source_t* source = zip_source_buffer_create(bytes->data(), bytes->size(), 0, &trouble);
  if (source == nullptr) return refused("evidence.no_workbook");
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &trouble);
  zip_error_fini(&trouble);
  if (archive == nullptr) {
    zip_source_free(source);
    return refused("evidence.no_workbook");
  }
  Parts made{std::move(bytes), std::unique_ptr<zip, Close>{archive}};
  if (zip_get_num_entries(archive, 0) > static_cast<zip_int64_t>(kMostParts))
    return refused("evidence.workbook_too_large");
  return made;
}

std::expected<std::optional<std::string>, shape::Flaws> Parts::part(const std::string& name) const {
  const auto place = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
  if (place < 0) return std::optional<std::string>{};
  const std::unique_ptr<zip_file_t, CloseFile> file{
      zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(place), 0)};
  if (!file) return refused("evidence.no_workbook");
  constexpr std::size_t kPiece = std::size_t{1} << 18;
  std::string all;
  for (;;) {
    const auto had = all.size();
    if (had > kLargestPart) return refused("evidence.workbook_too_large");
    all.resize(had + kPiece);
    const auto got = zip_fread(file.get(), all.data() + had, kPiece);
    if (got < 0) return refused("evidence.no_workbook");
    all.resize(had + static_cast<std::size_t>(got));
    if (got == 0) return std::optional{std::move(all)};
  }
}

}  // namespace trivium::evidence
