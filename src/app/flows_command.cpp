#include "app/flows_command.hpp"

#include "app/interruption.hpp"
#include "app/whole_file.hpp"
#include "evidence/flows.hpp"
#include "shape/csv.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <optional>
#include <utility>

namespace trivium::app {
namespace {

using evidence::Dialect;

const std::map<std::string, Dialect> kDialects{{"duckdb", Dialect::duckdb},
                                               {"postgresql", Dialect::postgresql},
                                               {"trino", Dialect::trino},
                                               {"spark", Dialect::spark}};

std::vector<std::string> between_dots(const std::string& name) {
  std::vector<std::string> parts{""};
  for (const char letter : name) {
    if (letter == '.') parts.emplace_back();
    else parts.back() += letter;
  }
  return parts;
}

void write(std::FILE* file, const std::vector<evidence::Flow>& flows) {
  fmt::print(file, "from,to,count\r\n");
  for (const auto& flow : flows)
    fmt::print(file, "{},{},{}\r\n", shape::csv_cell(flow.from), shape::csv_cell(flow.to), flow.count);
}

}  // namespace

FlowsCommand::FlowsCommand(CLI::App& program, const words::Words& words, std::string language)
    : words_{words}, language_{std::move(language)} {
  const auto say = [&](const std::string& key) { return words_.say(language_, "flows." + key); };
  command_ = program.add_subcommand("flows", say("about"));
  command_->add_option("--table", table_, say("table"))->required();
  command_->add_option("--worker", worker_, say("worker"))->capture_default_str();
  command_->add_option("--year", year_, say("year"))->capture_default_str();
  command_->add_option("--establishment", establishment_, say("establishment"))->capture_default_str();
  command_->add_option("--industry", industry_, say("industry"))->capture_default_str();
  command_->add_option("--least", least_, say("least"))
      ->check(CLI::PositiveNumber.description(""))
      ->capture_default_str();
  auto* where = command_->add_option_group(say("where"));
  const CLI::IsMember known{kDialects};
  where->add_option("--print", print_, say("print"))->check(known);
  where->add_option("--postgres", postgres_, say("postgres"));
  where->add_option("--odbc", odbc_, say("odbc"));
  where->require_option(1);
  command_->add_option("--dialect", dialect_, say("dialect"))->check(known)->capture_default_str();
  command_->add_option("--out", out_, say("out"))->type_name("FILE");
  command_->add_option("--language", language_, words_.say(language_, "measure.language"))
      ->check(CLI::IsMember(words_.languages()));
}

int FlowsCommand::run() const try {
  const evidence::PanelTable panel{.table = between_dots(table_),
                                   .worker = worker_,
                                   .year = year_,
                                   .establishment = establishment_,
                                   .industry = industry_};
  const evidence::Threshold threshold{least_};
  const Interruption interruption;
  std::optional<WholeFile> file;
  if (!out_.empty()) file.emplace(out_);
  std::FILE* stream = file ? file->stream() : stdout;
  const measure::Work work{.stop = interruption.wish()};
  if (!print_.empty()) fmt::print(stream, "{};\n", evidence::flows_sql(panel, threshold, kDialects.at(print_)));
  else if (!postgres_.empty()) write(stream, evidence::flows_in_postgres(postgres_, panel, threshold, work));
  else write(stream, evidence::flows_over_odbc(odbc_, panel, threshold, kDialects.at(dialect_), work));
  if (file) file->keep();
  return 0;
} catch (const measure::Cancelled&) {
  fmt::print(stderr, "{}\n", words_.say(language_, "measure.stopped"));
  // A thread may still be knocking at the engine: nothing that it uses may be undone beneath it.
  std::fflush(nullptr);
  std::_Exit(kStopped);
}

}  // namespace trivium::app
