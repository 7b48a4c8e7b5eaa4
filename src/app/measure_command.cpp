#include "app/measure_command.hpp"

#include "analysis/catalogue.hpp"
#include "api/measure_words.hpp"
#include "app/interruption.hpp"
#include "app/lines.hpp"
#include "app/measure_hints.hpp"
#include "app/measure_manual.hpp"
#include "app/measure_remarks.hpp"
#include "app/nearest.hpp"
#include "app/progress_bar.hpp"
#include "app/shell_word.hpp"
#include "app/side_by_side_hints.hpp"
#include "app/whole_file.hpp"
#include "shape/time.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <new>
#include <utility>

namespace trivium::app {
namespace {

namespace fs = std::filesystem;
using analysis::Analysis;
using analysis::Form;

constexpr int kToPutRight = 1;
constexpr unsigned kMostThreads = 256;
constexpr std::size_t kFlawsShown = 20;

// A table in CSV has no place for its account, which stands beside it. Both are on disk before either has its name, and
// an account of an earlier answer is gone before this one is there: whatever ends the program, no account tells of
// another answer.
void keep_with_account(WholeFile& answer, const fs::path& out, const analysis::Account& account) {
  const fs::path beside = out.string() + ".account.json";
  WholeFile file{beside};
  fmt::print(file.stream(), "{}\n", shape::to_json(account).dump(2));
  file.settle();
  answer.settle();
  fs::remove(beside);
  answer.keep();
  file.keep();
}

}  // namespace

MeasureCommand::MeasureCommand(CLI::App& program, const words::Words& words, std::string language)
    : words_{words}, language_{std::move(language)} {
  command_ = program.add_subcommand("measure", say("measure.about"));
  command_->require_subcommand(0, 1);
  command_->allow_extras();  // options behind a name that is none: the name is what has to be put right
  // What stands in place of a measure's name, for which there are better words than the library's.
  command_->add_option("NAME", no_measure_)->group("");
  add_language(*command_);
  list_ = command_->add_subcommand("list", say("measure.list"));
  list_->allow_extras(false);
  add_language(*list_);
  manual_ = command_->add_subcommand("manual", say("measure.manual"));
  manual_->allow_extras(false);
  add_language(*manual_);
  for (const auto& analysis : analysis::catalogue()) add(analysis);
}

void MeasureCommand::add_language(CLI::App& one) {
  one.add_option("--language", language_, say("measure.language"))->check(CLI::IsMember(words_.languages()));
}

void MeasureCommand::add(const Analysis& analysis) {
  const std::string name{analysis.name};
  auto* one = command_->add_subcommand(name, say("measure." + name + ".title"));
  one->allow_extras(false);  // what is inherited; a slip in an option's name would be passed over in silence
  const auto group = [&](const char* part) { return say(std::string{"measure.group."} + part); };
  one->footer(answer_of(analysis) + "\n" + paragraph(say("measure." + name + ".question")));
  one->option_defaults()->group(group("tables"));
  for (const auto& input : analysis.inputs) {
    const std::string table{input.name};
    std::string columns;
    for (const auto& column : input.columns)
      columns += (columns.empty() ? "" : ", ") + api::column_called(words_, language_, column);
    auto* file = one->add_option("--" + table, typed_.files[table],
                                 say("measure.input." + table) + " " + say("measure.columns", {{"columns", columns}}))
                     ->type_name("FILE");
    if (input.needed == analysis::Needed::always) file->required();
  }
  one->option_defaults()->group(group("settings"));
  for (const auto& parameter : analysis.parameters) {
    const std::string setting{parameter.name};
    std::string about = say(api::measure_key(words_, language_, name, "setting." + setting));
    for (const auto choice : parameter.choices)
      about += fmt::format("{}{}", choice == parameter.choices.front() ? ": " : ", ", choice);
    about = api::sentence(std::move(about));
    if (parameter.takes == analysis::Parameter::Takes::code) about += " " + say("measure.needed");
    if (!parameter.usual.empty()) about += " " + say("measure.usual", {{"value", std::string{parameter.usual}}});
    one->add_option("--" + setting, typed_.settings[setting], about)->type_name("VALUE");
  }
  if (analysis.chance == analysis::Chance::seeded)
    one->add_option("--seed", typed_.seed, say("measure.seed"))
        ->capture_default_str()
        ->check(CLI::NonNegativeNumber.description(""));
  one->option_defaults()->group(group("answer"));
  one->add_option("--out", typed_.out, say("measure.out"))->type_name("FILE");
  one->add_option("--form", typed_.form, say("measure.form"))->check(CLI::IsMember({"csv", "json", "parquet"}));
  add_language(*one);
  one->option_defaults()->group(group("work"));
  one->add_option("--threads", typed_.threads, say("measure.threads"))
      ->check(CLI::Range(1U, kMostThreads).description(fmt::format("1-{}", kMostThreads)))
      ->capture_default_str();
  one->add_option("--memory", typed_.memory, say("measure.memory"))->capture_default_str();
  one->add_option("--spill", typed_.spill, say("measure.spill"))
      ->type_name("FOLDER")
      ->check(CLI::ExistingDirectory.description(""));
  one->option_defaults()->group(group("reading"));
  add_reading(*one);
  commands_[&analysis] = one;
}

// Every column of the answer, with what it means.
std::string MeasureCommand::answer_of(const Analysis& analysis) const {
  std::vector<std::pair<std::string, std::string>> columns;
  for (const auto& column : analysis.gives) {
    const std::string name{column.name};
    columns.emplace_back(name, say(api::measure_key(words_, language_, std::string{analysis.name}, "gives." + name)));
  }
  return say("measure.group.gives") + ":\n" + terms(columns);
}

void MeasureCommand::add_reading(CLI::App& one) {
  one.add_option("--column", typed_.headers, say("measure.column"))->type_name("OURS=THEIRS");
  one.add_option("--missing", typed_.missing, say("measure.missing"))->type_name("TEXT");
  one.add_option("--suppressed", typed_.suppressed, say("measure.suppressed"))->type_name("TEXT");
  one.add_option("--zero", typed_.zero, say("measure.zero"))->type_name("TEXT");
  one.add_option("--suppressed-where", typed_.suppressed_where, say("measure.suppressed_where"))
      ->type_name("COLUMN=TEXT");
  one.add_option("--only", typed_.only, say("measure.only"))->type_name("COLUMN=TEXT");
  one.add_option("--without", typed_.without, say("measure.without"))->type_name("COLUMN=TEXT");
  one.add_option("--side-by-side", typed_.side_by_side, say("measure.side_by_side"))->type_name("COLUMN=AMOUNT");
  one.add_option("--header-row", typed_.header_rows, say("measure.header_row"))->type_name("ROW");
  one.add_option("--fill-down", typed_.filled_down, say("measure.fill_down"))->type_name("COLUMN");
  one.add_option("--letters", typed_.letters, say("measure.letters"))
      ->check(CLI::IsMember({"utf8", "latin1"}))
      ->capture_default_str();
  one.add_option("--decimal", typed_.decimal, say("measure.decimal"))
      ->type_name("MARK")
      ->check(CLI::IsMember({".", ","}).description(""))
      ->capture_default_str();
  one.add_option("--thousands", typed_.thousands, say("measure.thousands"))
      ->type_name("MARK")
      ->check(CLI::IsMember({".", ",", " ", "'"}).description(""));
  one.add_flag("--leave-out-rows", typed_.leave_out_rows, say("measure.leave_out_rows"));
}

void MeasureCommand::tell(const shape::Flaws& flaws) const {
  for (const auto& flaw : flaws) {
    const auto option = flaw.pointer.substr(1);
    // "Please fill this in" is said of a field on a page; here it is said what is missing.
    const auto own = "measure.needed." + option;
    const auto missing = words_.knows(language_, own) ? own : "measure.needed";
    fmt::print(stderr, "--{}: {}\n", option, flaw.key == "flaw.missing" ? say(missing) : say(flaw.key, flaw.args));
  }
}

void MeasureCommand::tell(const Analysis& analysis, const analysis::Refusal& refusal) const {
  if (refusal.input.empty()) return tell(refusal.flaws);
  fmt::print(stderr, "{}\n", say("measure.not_read", {{"table", refusal.input}}));
  const auto shown = std::min(refusal.flaws.size(), kFlawsShown);
  for (std::size_t i = 0; i < shown; ++i) {
    auto args = refusal.flaws[i].args;
    if (args.contains("column") && args.contains("one")) args["typed"] = shell_word(args["column"] + "=" + args["one"]);
    fmt::print(stderr, "{}\n", say(refusal.flaws[i].key, args));
  }
  if (refusal.rows > shown)
    fmt::print(stderr, "{}\n", say("measure.more_rows", {{"rows", std::to_string(refusal.rows - shown)}}));
  for (const auto& hint : hints(refusal, typed_, words_, language_)) fmt::print(stderr, "{}\n", hint);
  for (const auto& hint : side_by_side_hints(analysis, refusal, typed_, words_, language_))
    fmt::print(stderr, "{}\n", hint);
  if (refusal.rows > 0) fmt::print(stderr, "{}\n", say("measure.may_leave_out"));
}

// What a person should know of the numbers before using them. It never stands in the way of what is printed, so that
// whoever reads that meets nothing but the answer.
void MeasureCommand::remark(const analysis::Account& account) const {
  std::int64_t refused = 0;
  for (const auto& source : account.sources) refused += source.refused;
  fmt::print(stderr, "{}\n", say("measure.rows", {{"rows", std::to_string(account.rows)}}));
  if (refused > 0) fmt::print(stderr, "{}\n", say("measure.left_out", {{"rows", std::to_string(refused)}}));
  for (const auto& sentence : sentences(account, words_, language_)) fmt::print(stderr, "{}\n", sentence);
}

void MeasureCommand::list() const {
  for (const auto& analysis : analysis::catalogue()) {
    const std::string name{analysis.name};
    fmt::print("{:<22} {}\n{:<22} {}\n", name, say("measure." + name + ".title"), "",
               say("measure." + name + ".question"));
  }
}

void MeasureCommand::print_manual() const {
  std::vector<MeasureHelp> measures;
  for (const auto& analysis : analysis::catalogue()) measures.push_back({analysis, *commands_.at(&analysis)});
  fmt::print("{}", manual(measures, words_, language_, shape::date_of(shape::now()).text));
}

int MeasureCommand::run() const {
  if (!no_measure_.empty()) return which();
  if (list_->parsed()) return list(), 0;
  if (manual_->parsed()) return print_manual(), 0;
  for (const auto& [analysis, command] : commands_) {
    if (command->parsed()) return run(*analysis);
  }
  return which();
}

// Names alone: what each asks is longer than a screen, and `list` prints it.
int MeasureCommand::which() const {
  std::vector<std::string> names;
  for (const auto& analysis : analysis::catalogue()) names.emplace_back(analysis.name);
  auto all = names;  // also what stands in a measure's place and is none
  for (const auto* other : {list_, manual_}) all.push_back(other->get_name());
  if (no_measure_.empty()) {
    fmt::print(stderr, "{}\n", say("measure.which"));
  } else if (const auto meant = nearest(no_measure_, std::move(all))) {
    fmt::print(stderr, "{}\n", say("measure.no_such_but", {{"given", no_measure_}, {"nearest", *meant}}));
    names = nearest_first(no_measure_, std::move(names));
  } else {
    fmt::print(stderr, "{}\n", say("measure.no_such", {{"given", no_measure_}}));
  }
  for (const auto& name : names) fmt::print(stderr, "  {}\n", name);
  return kToPutRight;
}

int MeasureCommand::run(const Analysis& analysis) const try {
  auto asked = request(analysis, typed_);
  if (!asked) return tell(asked.error()), kToPutRight;
  const auto form = *form_of(typed_);
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
    tell(analysis, finding.error());
    return kToPutRight;
  }
  // What is printed may be read by somebody who stops after a few lines, which ends the program: what has to be known
  // of the numbers comes before them.
  bar.end();
  if (!file) remark(finding->account);
  bar.begin(say("measure.writing"));
  std::FILE* stream = file ? file->stream() : stdout;
  if (form == Form::csv) analysis::write_csv(*finding, stream, work);
  if (form == Form::json) analysis::write_json(*finding, stream, work);
  if (form == Form::parquet) analysis::write_parquet(*finding, asked->written, work);
  if (work.stop.stop_requested()) throw measure::Cancelled{};
  if (file && form == Form::csv) keep_with_account(*file, typed_.out, finding->account);
  else if (file) file->keep();
  bar.end();
  if (file) remark(finding->account);
  return 0;
} catch (const measure::Cancelled&) {
  fmt::print(stderr, "{}\n", say("measure.stopped"));
  return kStopped;
} catch (const evidence::OutOfMemory&) {
  return does_not_fit();
} catch (const std::bad_alloc&) {
  return does_not_fit();
}

int MeasureCommand::does_not_fit() const {
  fmt::print(stderr, "{}\n", say("measure.does_not_fit", {{"memory", typed_.memory}}));
  return kToPutRight;
}

}  // namespace trivium::app
