#include "document/write.hpp"

#include "document/docx.hpp"
#include "document/odt.hpp"
#include "document/package.hpp"
#include "document/private_folder.hpp"
#include "document/run.hpp"
#include "document/tree.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>

namespace trivium::document {
namespace {

using Bytes = std::expected<std::string, Trouble>;

std::unexpected<Trouble> failed(std::string reason) {
  return std::unexpected{Trouble{.cause = Trouble::Cause::failed, .reason = std::move(reason)}};
}

bool save(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream file{path, std::ios::binary};
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  return static_cast<bool>(file);
}

std::optional<std::string> saved(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  std::string bytes{std::istreambuf_iterator<char>{file}, {}};
  if (!file || bytes.empty()) return std::nullopt;
  return bytes;
}

std::vector<std::string> environment(const std::filesystem::path& folder, std::chrono::sys_seconds as_of) {
  const char* path = std::getenv("PATH");
  return {fmt::format("PATH={}", path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path),
          fmt::format("HOME={}", folder.string()),
          fmt::format("TMPDIR={}", folder.string()),
          "LC_ALL=C.UTF-8",
          "TZ=UTC",
          fmt::format("SOURCE_DATE_EPOCH={}", as_of.time_since_epoch().count())};
}

std::optional<Trouble> trouble_of(const Outcome& outcome, const std::string& program, const Workshop& workshop) {
  using enum Trouble::Cause;
  switch (outcome.ending) {
    case Ending::well: return std::nullopt;
    case Ending::missing: return Trouble{.cause = missing, .reason = fmt::format("{}: {}", program, outcome.said)};
    case Ending::too_slow:
      return Trouble{.cause = too_slow,
                     .reason = fmt::format("{} did not end within {} ms", program, workshop.time_limit.count())};
    case Ending::failed: break;
  }
  return Trouble{.cause = Trouble::Cause::failed, .reason = fmt::format("{} gave up: {}", program, outcome.said)};
}

Bounds bounds_of(const Workshop& workshop) {
  return {.time = workshop.time_limit, .memory = workshop.memory_limit, .file = workshop.size_limit};
}

// What differs between the two formats that pandoc writes.
struct Kind {
  std::string_view reference;  // folder below the data
  std::string_view writer;     // of pandoc
  std::string_view content;    // template below the data; none where pandoc has its own
  std::string (*finish)(Package& written, const Package& reference, const FilledTable& table);
};

// Without the extension pandoc drops the empty paragraph that keeps two tables apart.
constexpr Kind kDocx{.reference = "docx", .writer = "docx+empty_paragraphs", .content = "", .finish = finish_docx};
constexpr Kind kOdt{.reference = "odt", .writer = "odt", .content = "odt-content.xml", .finish = finish_odt};

Bytes written(const FilledTable& table, const Kind& kind, const Workshop& workshop,
              const std::filesystem::path& folder) {
  const auto reference = Package::from_folder(workshop.data / kind.reference);
  if (!reference) return failed(reference.error());
  const auto reference_bytes = reference->bytes(table.as_of);
  if (!reference_bytes) return failed(reference_bytes.error());
  const std::string tree_bytes = tree(table).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  if (!save(folder / "reference", *reference_bytes) || !save(folder / "tree.json", tree_bytes)) {
    return failed("cannot write to " + folder.string());
  }
  Command command{.words = {workshop.pandoc, "--from=json", fmt::format("--to={}", kind.writer), "--no-highlight",
                            "--reference-doc=reference", "--output=written"},
                  .environment = environment(folder, table.as_of),
                  .folder = folder};
  if (!kind.content.empty()) {
    command.words.push_back(
        fmt::format("--template={}", std::filesystem::absolute(workshop.data / kind.content).string()));
  }
  command.words.emplace_back("tree.json");
  if (auto trouble = trouble_of(run(command, bounds_of(workshop)), workshop.pandoc, workshop)) {
    return std::unexpected{*std::move(trouble)};
  }
  const std::optional<std::string> bytes = saved(folder / "written");
  if (!bytes) return failed("pandoc left no document");
  auto package = Package::from_bytes(*bytes);
  if (!package) return failed(package.error());
  if (const std::string reason = kind.finish(*package, *reference, table); !reason.empty()) return failed(reason);
  auto finished = package->bytes(table.as_of);
  if (!finished) return failed(finished.error());
  return *std::move(finished);
}

// LibreOffice keeps a profile in the home folder and lets only one process use it: each run has its own, because its
// home is the private folder. The options are those of its PDF filter; PDF/UA brings tags, title and language with it.
Bytes printed(const std::string& odt, const FilledTable& table, const Workshop& workshop,
              const std::filesystem::path& folder) {
  if (!save(folder / "table.odt", odt)) return failed("cannot write to " + folder.string());
  constexpr std::string_view kFilter =
      R"(pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},)"
      R"("UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}})";
  const Command command{.words = {workshop.office, "--headless", "--norestore", "--nolockcheck", "--convert-to",
                                  std::string{kFilter}, "--outdir", ".", "table.odt"},
                        .environment = environment(folder, table.as_of),
                        .folder = folder};
  const Outcome outcome = run(command, bounds_of(workshop));
  if (auto trouble = trouble_of(outcome, workshop.office, workshop)) return std::unexpected{*std::move(trouble)};
  std::optional<std::string> pdf = saved(folder / "table.pdf");
  if (!pdf) return failed(fmt::format("{} left no document: {}", workshop.office, outcome.said));
  return *std::move(pdf);
}

}  // namespace

std::expected<std::string, Trouble> write(const FilledTable& table, Format format, const Workshop& workshop) {
  const std::optional<PrivateFolder> folder = PrivateFolder::inside(workshop.scratch);
  if (!folder) return failed("cannot make a folder in " + workshop.scratch.string());
  if (format == Format::docx) return written(table, kDocx, workshop, folder->path());
  Bytes odt = written(table, kOdt, workshop, folder->path());
  if (format == Format::odt || !odt) return odt;
  return printed(*odt, table, workshop, folder->path());
}

}  // namespace trivium::document
