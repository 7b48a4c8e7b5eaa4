#include "app/header_there.hpp"

#include "evidence/ending.hpp"
#include "evidence/eurostat.hpp"
#include "evidence/header.hpp"
#include "evidence/other_files.hpp"
#include "evidence/px.hpp"

#include <fstream>
#include <string_view>

namespace trivium::app {

bool may_have_header(const std::filesystem::path& file, const std::string& header, evidence::Letters letters) {
  constexpr std::size_t kLooked = std::size_t{1} << 20;
  const auto ending = evidence::ending(file);
  if (ending == ".xlsx" || ending == ".parquet" || evidence::is_px(file) || evidence::is_eurostat(file)) return true;
  std::ifstream bytes{file, std::ios::binary};
  if (!bytes) return true;
  std::string begin(kLooked, '\0');
  bytes.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  begin.resize(static_cast<std::size_t>(bytes.gcount()));
  std::string_view text = begin;
  if (!evidence::packed_or_binary(text).empty()) return true;
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  evidence::DescribedTable table{.name = "looked-at", .columns = {{.name = "header", .header = header}}};
  table.letters = letters;
  const auto found = evidence::header(table, text);
  return found || !evidence::only_missing(found.error());
}

}  // namespace trivium::app
