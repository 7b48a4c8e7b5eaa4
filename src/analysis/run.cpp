#include "analysis/run.hpp"

#include "analysis/choices_met.hpp"
#include "analysis/digest.hpp"
#include "analysis/does_not_fit.hpp"
#include "analysis/input_remarks.hpp"
#include "analysis/levels_mixed.hpp"
#include "analysis/rounding_unit.hpp"
#include "analysis/sums_disagree.hpp"
#include "analysis/totals_beside_parts.hpp"
#include "evidence/ending.hpp"
#include "evidence/eurostat.hpp"
#include "evidence/px.hpp"
#include "evidence/reason.hpp"
#include "evidence/sheet_import.hpp"

#include <algorithm>
#include <map>
#include <new>
#include <stdexcept>

namespace trivium::analysis {
namespace {

using evidence::Mark;

std::int64_t count(const evidence::Stood& stood, Mark mark) {
  return static_cast<std::int64_t>(stood.by_mark.at(static_cast<std::size_t>(mark)));
}

std::expected<evidence::Tally, shape::Flaws> imported(evidence::Duck& tables, const std::filesystem::path& file,
                                                      const std::optional<std::string>& sheet,
                                                      const evidence::DescribedTable& table,
                                                      const measure::Work& work) {
  if (evidence::ending(file) == ".xlsx") return evidence::import_sheet(tables, file, sheet, table, work);
  if (sheet || table.header_rows || !table.filled_down.empty())
    return std::unexpected{shape::Flaws{{.pointer = "", .key = "evidence.only_sheets", .args = {}}}};
  if (evidence::ending(file) == ".parquet") return evidence::import_parquet(tables, file, table, work);
  if (evidence::is_px(file)) return evidence::import_px(tables, file, table, work);
  if (evidence::is_eurostat(file)) return evidence::import_eurostat(tables, file, table, work);
  return evidence::import_csv(tables, file, table, work);
}

Source source(const Input& input, const std::filesystem::path& file, const std::optional<std::string>& sheet,
              const evidence::Tally& tally, const measure::Work& work) {
  Source read{.table = std::string{input.name},
              .file = file.filename().string(),
              .sheet = sheet,
              .digest = digest(file, work),
              .taken = static_cast<std::int64_t>(tally.taken),
              .refused = static_cast<std::int64_t>(tally.refused),
              .left_out = static_cast<std::int64_t>(tally.left_out),
              .suppressed = 0,
              .missing = 0,
              .flags = {},
              .refused_rows = {}};
  std::map<std::string, std::int64_t> flags;
  for (std::size_t column = 0; column < tally.stood.size(); ++column) {
    if (!input.columns[column].marked()) continue;  // what it means that nothing stands there, the function says
    read.suppressed += count(tally.stood[column], Mark::suppressed);
    read.missing += count(tally.stood[column], Mark::missing);
    for (const auto& [letters, values] : tally.stood[column].by_remark)
      flags[letters] += static_cast<std::int64_t>(values);
  }
  for (const auto& [letters, values] : flags) read.flags.push_back({letters, values});
  for (const auto& error : tally.errors)
    read.refused_rows.push_back({static_cast<std::int64_t>(error.row), error.column,
                                 input.about == About::persons ? "" : error.value, flaw(error).key});
  return read;
}

std::expected<Finding, Refusal> answered(const Request& request, const measure::Work& work,
                                         const std::function<void(std::string_view)>& begins) {
  const auto& analysis = *request.analysis;
  evidence::Opening opening{.spill = request.spill, .memory = request.memory, .threads = work.threads};
  if (!request.written.empty()) opening.allowed.push_back(request.written);
  for (const auto& [name, file] : request.files) opening.allowed.push_back(file);
  Finding finding{.analysis = &analysis, .tables = std::make_unique<evidence::Duck>(opening), .account = {}};
  auto& account = finding.account;
  account.analysis = analysis.name;
  account.version = request.version;
  account.reading = said(request.reading);
  for (const auto& [name, value] : request.settings.said()) account.settings.push_back({name, value});
  if (analysis.chance == Chance::seeded) account.seed = std::to_string(request.seed.value);

  std::vector<Remark> side_by_side;
  ChoicesMet choices{request.reading};
  for (const auto& input : analysis.inputs) {
    const auto found = request.files.find(std::string{input.name});
    if (found == request.files.end()) {
      if (input.needed == Needed::always)
        return std::unexpected{Refusal{std::string{input.name}, {{"", "flaw.missing", {}}}, 0}};
      finding.tables->run(evidence::create_sql(described(input, request.reading)));
      continue;
    }
    const auto& file = found->second;
    begins(input.name);
    const auto table = described(input, request.reading);
    const auto named = request.sheets.find(std::string{input.name});
    const auto sheet = named == request.sheets.end() ? std::nullopt : std::optional{named->second};
    const auto read = imported(*finding.tables, file, sheet, table, work);
    if (!read) return std::unexpected{Refusal{std::string{input.name}, read.error(), 0}};
    if (read->refused > 0 && request.refused_rows == RefusedRows::stop) {
      Refusal refusal{.input = std::string{input.name}, .flaws = {}, .rows = read->refused};
      for (const auto& error : read->errors) refusal.flaws.push_back(evidence::flaw(error));
      return std::unexpected{std::move(refusal)};
    }
    // Where a choice of rows leaves none, the choice is not what was meant.
    if (read->taken == 0 && read->left_out > 0)
      return std::unexpected{Refusal{
          std::string{input.name}, {{"", "evidence.nothing_taken", {{"rows", std::to_string(read->left_out)}}}}, 0}};
    choices.note(table, *read);
    account.sources.push_back(source(input, file, sheet, *read, work));
    remark_unknown(input, account.sources.back(), account.remarks);
    remark_decimals(input, *read, account.remarks);
    remark_again(input, *finding.tables, work, account.remarks);
    remark_spellings(input, *finding.tables, work, account.remarks);
    remark_unlisted(input, *finding.tables, work, account.remarks);
    if (!input.shared_out.empty()) {
      const auto unit = rounding_unit(evidence::sql_name(input.name),
                                      evidence::sql_name(input.shared_out.front().amount), *finding.tables, work);
      remark_levels(input, unit, *finding.tables, work, account.remarks);
      remark_totals(input, unit, *finding.tables, work, account.remarks);
    } else {
      remark_called_totals(input, *finding.tables, work, account.remarks);
    }
    remark_side_by_side(table, *finding.tables, work, side_by_side);
  }

  choices.remark(account.remarks);
  begins("");
  Answer answer{*finding.tables, analysis.gives, work.stop};
  const Asked asked{.tables = *finding.tables,
                    .settings = request.settings,
                    .work = work,
                    .seed = request.seed,
                    .answer = answer,
                    .remarks = account.remarks};
  if (analysis.wrong != nullptr) {
    if (auto refusal = analysis.wrong(asked)) return std::unexpected{std::move(*refusal)};
  }
  const auto of_tables = account.remarks.size();
  analysis.run(asked);
  answer.close();
  account.rows = static_cast<std::int64_t>(answer.rows());
  if (account.rows == 0 && account.remarks.size() == of_tables)
    account.remarks.push_back({.name = "no_answer", .code = account.analysis});
  account.remarks.insert(account.remarks.end(), side_by_side.begin(), side_by_side.end());
  return finding;
}

// The table that was being read, or the largest of those that are counted with.
Refusal too_large(const Request& request, std::string_view read) {
  const auto refused = [&](std::string pointer, std::string key) {
    return shape::Flaws{{std::move(pointer), std::move(key), {{"memory", request.memory}}}};
  };
  if (!read.empty()) return {.input = std::string{read}, .flaws = refused("", "evidence.does_not_fit"), .rows = 0};
  const auto size = [](const auto& named) { return std::filesystem::file_size(named.second); };
  const auto largest = std::ranges::max_element(request.files, {}, size);
  return {.input = {}, .flaws = refused("/" + largest->first, "flaw.does_not_fit"), .rows = 0};
}

}  // namespace

std::expected<Finding, Refusal> run(const Request& request, const measure::Work& work,
                                    const std::function<void(std::string_view)>& begins) {
  std::string_view at;
  const auto noted = [&](std::string_view input) {
    at = input;
    if (begins) begins(input);
  };
  try {
    return answered(request, work, noted);
  } catch (const DoesNotFit& large) {
    return std::unexpected{Refusal{.input = {}, .flaws = {large.flaw}, .rows = 0}};
  } catch (const SumsDisagree& sums) {
    return std::unexpected{Refusal{.input = {}, .flaws = {sums.flaw}, .rows = 0}};
  } catch (const evidence::OutOfMemory&) {
    return std::unexpected{too_large(request, at)};
  } catch (const std::bad_alloc&) {
    return std::unexpected{too_large(request, at)};
  } catch (const std::length_error&) {  // more than there are addresses for
    return std::unexpected{too_large(request, at)};
  }
}

}  // namespace trivium::analysis
