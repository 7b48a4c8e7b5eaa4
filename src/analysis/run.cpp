#include "analysis/run.hpp"

#include "analysis/digest.hpp"
#include "evidence/import.hpp"
#include "evidence/reason.hpp"
#include "evidence/rows.hpp"

#include <algorithm>

namespace trivium::analysis {
namespace {

using evidence::Mark;

evidence::DescribedTable described(const Input& input, const Reading& reading) {
  evidence::DescribedTable table{.name = std::string{input.name}, .columns = input.columns};
  table.letters = reading.letters;
  table.decimal_mark = reading.decimal_mark;
  table.thousands_mark = reading.thousands_mark;
  for (auto& column : table.columns) {
    for (const auto& said : {table.name + "." + column.name, column.name}) {
      const auto found = reading.headers.find(said);
      if (found == reading.headers.end()) continue;
      column.header = found->second;
      break;
    }
    if (!column.marked()) continue;
    column.markers.insert(column.markers.begin(), reading.markers.begin(), reading.markers.end());
    column.suppressed_where = reading.kept;
  }
  return table;
}

std::int64_t count(const evidence::Stood& stood, Mark mark) {
  return static_cast<std::int64_t>(stood.by_mark.at(static_cast<std::size_t>(mark)));
}

Source source(const Input& input, const std::filesystem::path& file, const evidence::Tally& tally,
              const measure::Work& work) {
  Source read{.table = std::string{input.name},
              .file = file.filename().string(),
              .digest = digest(file, work),
              .taken = static_cast<std::int64_t>(tally.taken),
              .refused = static_cast<std::int64_t>(tally.refused),
              .left_out = static_cast<std::int64_t>(tally.left_out),
              .suppressed = 0,
              .missing = 0};
  for (std::size_t column = 0; column < tally.stood.size(); ++column) {
    if (!input.columns[column].marked()) continue;  // what it means that nothing stands there, the function says
    read.suppressed += count(tally.stood[column], Mark::suppressed);
    read.missing += count(tally.stood[column], Mark::missing);
  }
  return read;
}

}  // namespace

std::expected<Finding, Refusal> run(const Request& request, const measure::Work& work,
                                    const std::function<void(std::string_view)>& begins) {
  const auto& analysis = *request.analysis;
  evidence::Opening opening{.spill = request.spill, .memory = request.memory, .threads = work.threads};
  if (!request.written.empty()) opening.allowed.push_back(request.written);
  for (const auto& [name, file] : request.files) opening.allowed.push_back(file);
  Finding finding{.analysis = &analysis, .tables = std::make_unique<evidence::Duck>(opening), .account = {}};
  auto& account = finding.account;
  account.analysis = analysis.name;
  account.version = request.version;
  for (const auto& [name, value] : request.settings.said()) account.settings.push_back({name, value});
  if (analysis.chance == Chance::seeded) account.seed = std::to_string(request.seed.value);

  for (const auto& input : analysis.inputs) {
    const auto found = request.files.find(std::string{input.name});
    if (found == request.files.end()) {
      if (input.needed == Needed::always)
        return std::unexpected{Refusal{std::string{input.name}, {{"", "flaw.missing", {}}}, 0}};
      finding.tables->run(evidence::create_sql(described(input, request.reading)));
      continue;
    }
    const auto& file = found->second;
    if (begins) begins(input.name);
    const auto table = described(input, request.reading);
    const auto read = file.extension() == ".parquet" ? evidence::import_parquet(*finding.tables, file, table, work)
                                                     : evidence::import_csv(*finding.tables, file, table, work);
    if (!read) return std::unexpected{Refusal{std::string{input.name}, read.error(), 0}};
    if (read->refused > 0 && request.refused_rows == RefusedRows::stop) {
      Refusal refusal{.input = std::string{input.name}, .flaws = {}, .rows = read->refused};
      for (const auto& error : read->errors) refusal.flaws.push_back(evidence::flaw(error));
      return std::unexpected{std::move(refusal)};
    }
    account.sources.push_back(source(input, file, *read, work));
  }

  if (begins) begins("");
  Answer answer{*finding.tables, analysis.gives};
  analysis.run(
      {.tables = *finding.tables, .settings = request.settings, .work = work, .seed = request.seed, .answer = answer});
  answer.close();
  account.rows = static_cast<std::int64_t>(answer.rows());
  return finding;
}

}  // namespace trivium::analysis
