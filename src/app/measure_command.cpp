#include "app/measure_command.hpp"

#include "analysis/catalogue.hpp"
#include "analysis/written.hpp"
#include "app/interruption.hpp"
#include "app/progress_bar.hpp"
#include "app/whole_file.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace trivium::app {
namespace {

namespace fs = std::filesystem;
using analysis::Analysis;
using analysis::Form;

constexpr int kToPutRight = 1;
constexpr int kStopped = 130;  // as shells tell of a Ctrl-C
constexpr unsigned kMostThreads = 256;
constexpr std::size_t kShown = 20;

// "region=geo" in two; nothing where there is no name before the sign.
std::optional<std::pair<std::string, std::string>> two_of(const std::string& typed) {
  const auto sign = typed.find('=');
  if (sign == std::string::npos || sign == 0) return std::nullopt;
  return std::pair{typed.substr(0, sign), typed.substr(sign + 1)};
}

bool has_column(const Analysis& analysis, const std::string& name) {
  for (const auto& input : analysis.inputs) {
    for (const auto& column : input.columns) {
      if (name == column.name || name == fmt::format("{}.{}", input.name, column.name)) return true;
    }
  }
  return false;
}

std::optional<Form> form_of(const std::string& said, const std::string& out) {
  if (!said.empty()) return shape::named<Form>(said);
  if (out.empty()) return Form::csv;
  const auto ending = fs::path{out}.extension().string();
  return ending.empty() ? std::nullopt : shape::named<Form>(ending.substr(1));
}

// The account of a table in CSV, which has no place for it, beside it.
void write_account(const fs::path& out, const analysis::Account& account) {
  WholeFile file{out.string() + ".account.json"};
  fmt::print(file.stream(), "{}\n", shape::to_json(account).dump(2));
  file.keep();
}

}  // namespace

MeasureCommand::MeasureCommand(CLI::App& program, const words::Words& words, std::string language)
    : words_{words}, language_{std::move(language)} {
  command_ = program.add_subcommand("measure", say("measure.about"));
  command_->require_subcommand(1);
  command_->add_option("--language", language_, say("measure.language"))
      ->check(CLI::IsMember(words_.languages()))
      ->capture_default_str();
  list_ = command_->add_subcommand("list", say("measure.list"));
  for (const auto& analysis : analysis::catalogue()) add(analysis);
}

void MeasureCommand::add(const Analysis& analysis) {
  const std::string name{analysis.name};
  auto* one = command_->add_subcommand(name, say("measure." + name + ".title"));
  one->fallthrough();
  one->footer(say("measure." + name + ".question"));
  for (const auto& input : analysis.inputs) {
    const std::string table{input.name};
    std::string columns;
    for (const auto& column : input.columns) columns += (columns.empty() ? "" : ", ") + column.name;
    auto* file = one->add_option("--" + table, typed_.files[table],
                                 say("measure.input." + table) + " " + say("measure.columns", {{"columns", columns}}))
                     ->type_name("FILE")
                     ->check(CLI::ExistingFile);
    if (input.needed == analysis::Needed::always) file->required();
  }
  for (const auto& parameter : analysis.parameters) {
    const std::string setting{parameter.name};
    std::string about = say("measure.setting." + setting);
    for (const auto choice : parameter.choices)
      about += fmt::format("{}{}", choice == parameter.choices.front() ? ": " : ", ", choice);
    if (!parameter.usual.empty()) about += " " + say("measure.usual", {{"value", std::string{parameter.usual}}});
    one->add_option("--" + setting, typed_.settings[setting], about)->type_name("VALUE");
  }
  if (analysis.chance == analysis::Chance::seeded)
    one->add_option("--seed", typed_.seed, say("measure.seed"))->capture_default_str();
  one->add_option("--out", typed_.out, say("measure.out"))->type_name("FILE");
  one->add_option("--form", typed_.form, say("measure.form"))->check(CLI::IsMember({"csv", "json", "parquet"}));
  one->add_option("--threads", typed_.threads, say("measure.threads"))
      ->check(CLI::Range(1U, kMostThreads))
      ->capture_default_str();
  one->add_option("--memory", typed_.memory, say("measure.memory"))->capture_default_str();
  one->add_option("--spill", typed_.spill, say("measure.spill"))->type_name("FOLDER")->check(CLI::ExistingDirectory);
  add_reading(*one);
  commands_[&analysis] = one;
}

void MeasureCommand::add_reading(CLI::App& one) {
  one.add_option("--column", typed_.headers, say("measure.column"))->type_name("OURS=THEIRS");
  one.add_option("--missing", typed_.missing, say("measure.missing"))->type_name("TEXT");
  one.add_option("--suppressed", typed_.suppressed, say("measure.suppressed"))->type_name("TEXT");
  one.add_option("--suppressed-where", typed_.suppressed_where, say("measure.suppressed_where"))
      ->type_name("COLUMN=TEXT");
  one.add_option("--letters", typed_.letters, say("measure.letters"))
      ->check(CLI::IsMember({"utf8", "latin1"}))
      ->capture_default_str();
  one.add_option("--decimal", typed_.decimal, say("measure.decimal"))
      ->check(CLI::IsMember({".", ","}))
      ->capture_default_str();
  one.add_option("--thousands", typed_.thousands, say("measure.thousands"))->check(CLI::IsMember({".", ",", " ", "'"}));
  one.add_flag("--leave-out-rows", typed_.leave_out_rows, say("measure.leave_out_rows"));
}

void MeasureCommand::tell(const shape::Flaws& flaws) const {
  for (const auto& flaw : flaws) fmt::print(stderr, "--{}: {}\n", flaw.pointer.substr(1), say(flaw.key, flaw.args));
}

void MeasureCommand::tell(const analysis::Refusal& refusal) const {
  fmt::print(stderr, "{}\n", say("measure.not_read", {{"table", refusal.input}}));
  const auto shown = std::min(refusal.flaws.size(), kShown);
  for (std::size_t i = 0; i < shown; ++i) fmt::print(stderr, "{}\n", say(refusal.flaws[i].key, refusal.flaws[i].args));
  if (refusal.rows > shown)
    fmt::print(stderr, "{}\n", say("measure.more_rows", {{"rows", std::to_string(refusal.rows - shown)}}));
  if (refusal.rows > 0) fmt::print(stderr, "{}\n", say("measure.may_leave_out"));
}

// What a person should know of the numbers before using them.
void MeasureCommand::remark(const analysis::Account& account) const {
  std::int64_t unknown = 0;
  std::int64_t refused = 0;
  for (const auto& source : account.sources) {
    unknown += source.suppressed + source.missing;
    refused += source.refused;
  }
  fmt::print(stderr, "{}\n", say("measure.rows", {{"rows", std::to_string(account.rows)}}));
  if (unknown > 0) fmt::print(stderr, "{}\n", say("measure.unknown", {{"values", std::to_string(unknown)}}));
  if (refused > 0) fmt::print(stderr, "{}\n", say("measure.left_out", {{"rows", std::to_string(refused)}}));
}

void MeasureCommand::list() const {
  for (const auto& analysis : analysis::catalogue()) {
    const std::string name{analysis.name};
    fmt::print("{:<22} {}\n{:<22} {}\n", name, say("measure." + name + ".title"), "",
               say("measure." + name + ".question"));
  }
}

std::expected<analysis::Request, shape::Flaws> MeasureCommand::request(const Analysis& analysis) const {
  shape::Flaws flaws;
  analysis::Request request{.analysis = &analysis};
  for (const auto& input : analysis.inputs) {
    const std::string table{input.name};
    if (const auto& file = typed_.files.at(table); !file.empty()) request.files[table] = file;
  }
  std::map<std::string, std::string> settings;
  for (const auto& parameter : analysis.parameters) {
    const auto& typed = typed_.settings.at(std::string{parameter.name});
    if (!typed.empty()) settings[std::string{parameter.name}] = typed;
  }
  auto read = analysis::Settings::read(analysis.parameters, settings);
  if (read) request.settings = std::move(*read);
  else flaws = read.error();
  auto& reading = request.reading;
  for (const auto& typed : typed_.headers) {
    const auto pair = two_of(typed);
    if (pair && has_column(analysis, pair->first)) reading.headers.insert(*pair);
    else flaws.push_back({"/column", "flaw.not_ours_and_theirs", {{"given", typed}}});
  }
  using Means = evidence::Marker::Means;
  for (const auto& text : typed_.missing) reading.markers.push_back({text, Means::missing});
  for (const auto& text : typed_.suppressed) reading.markers.push_back({text, Means::suppressed});
  if (!typed_.suppressed_where.empty()) {
    const auto pair = two_of(typed_.suppressed_where);
    if (pair) reading.kept = evidence::SuppressedWhere{pair->first, pair->second};
    else flaws.push_back({"/suppressed-where", "flaw.not_ours_and_theirs", {{"given", typed_.suppressed_where}}});
  }
  if (typed_.letters == "latin1") reading.letters = evidence::Letters::latin1;
  reading.decimal_mark = typed_.decimal.front();
  if (!typed_.thousands.empty()) reading.thousands_mark = typed_.thousands.front();
  if (reading.thousands_mark == reading.decimal_mark)
    flaws.push_back({"/thousands", "flaw.marks_alike", {{"given", typed_.thousands}}});
  if (typed_.leave_out_rows) request.refused_rows = analysis::RefusedRows::are_left_out;
  request.seed = {typed_.seed};
  request.version = TRIVIUM_VERSION;
  request.memory = typed_.memory;
  request.spill = typed_.spill;
  const auto form = form_of(typed_.form, typed_.out);
  if (!form) flaws.push_back({"/out", "flaw.no_such_ending", {{"given", typed_.out}}});
  if (form == Form::parquet && typed_.out.empty()) flaws.push_back({"/out", "flaw.parquet_needs_file", {}});
  if (!flaws.empty()) return std::unexpected{flaws};
  return request;
}

int MeasureCommand::run() const {
  if (list_->parsed()) return list(), 0;
  for (const auto& [analysis, command] : commands_) {
    if (command->parsed()) return run(*analysis);
  }
  return kToPutRight;
}

int MeasureCommand::run(const Analysis& analysis) const try {
  auto asked = request(analysis);
  if (!asked) return tell(asked.error()), kToPutRight;
  const auto form = *form_of(typed_.form, typed_.out);
  const Interruption interruption;
  std::optional<WholeFile> file;
  if (!typed_.out.empty()) {
    file.emplace(typed_.out);
    asked->written = file->address();
  }
  ProgressBar bar;
  const measure::Work work{.threads = typed_.threads,
                           .stop = interruption.wish(),
                           .progress = [&](std::size_t done, std::size_t of) { bar.reached(done, of); }};
  const auto finding = analysis::run(*asked, work, [&](std::string_view input) {
    bar.begin(input.empty() ? say("measure.counting") : say("measure.reading", {{"table", std::string{input}}}));
  });
  if (!finding) {
    bar.end();
    tell(finding.error());
    return kToPutRight;
  }
  bar.begin(say("measure.writing"));
  std::FILE* stream = file ? file->stream() : stdout;
  if (form == Form::csv) analysis::write_csv(*finding, stream, work);
  if (form == Form::json) analysis::write_json(*finding, stream, work);
  if (form == Form::parquet) analysis::write_parquet(*finding, asked->written, work);
  if (work.stop.stop_requested()) throw measure::Cancelled{};
  if (file && form == Form::csv) write_account(typed_.out, finding->account);
  if (file) file->keep();
  bar.end();
  remark(finding->account);
  return 0;
} catch (const measure::Cancelled&) {
  fmt::print(stderr, "{}\n", say("measure.stopped"));
  return kStopped;
}

}  // namespace trivium::app
