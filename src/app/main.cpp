#include "app/commands.hpp"
#include "app/contents.hpp"
#include "app/fit_command.hpp"
#include "app/flows_command.hpp"
#include "app/help_command.hpp"
#include "app/help_text.hpp"
#include "app/language_asked.hpp"
#include "app/measure_command.hpp"
#include "app/not_understood.hpp"
#include "app/password_command.hpp"
#include "app/personal_command.hpp"
#include "app/refused_line.hpp"
#include "app/remind_command.hpp"
#include "app/serve.hpp"
#include "app/trail_command.hpp"
#include "app/use_command.hpp"
#include "check/check.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <memory>
#include <vector>

namespace {

void add_records(CLI::App& command, trivium::app::Records& records) {
  command.add_option("--data", records.data, "Folder for everything that is kept")->capture_default_str();
  command.add_option("--database", records.database, "postgresql://… instead of SQLite in the data folder");
}

}  // namespace

int main(int count, char** given) try {
  using namespace trivium;
  const auto texts = app::load_words();
  if (!texts) return 2;
  const auto line = app::line_of_help({given, given + count});
  const auto said_in = app::language_asked(line, app::locale_there_is(), *texts);
  const auto say = [&](const char* key) { return texts->say(said_in, std::string{"command."} + key); };
  CLI::App program{"Trivium: for people who look after an economic cluster"};
  program.require_subcommand(1);
  // Before there are commands, which take both over.
  program.formatter(std::make_shared<app::HelpText>(*texts, said_in));
  program.set_help_flag("-h,--help", say("help_option"));
  program.set_version_flag("--version", TRIVIUM_VERSION, say("version_option"));

  app::ServeOptions serving;
  auto* serve = program.add_subcommand("serve", "Start the server");
  add_records(*serve, serving.records);
  serve->add_option("--listen", serving.listen, "Address to listen on")->capture_default_str();
  serve->add_option("--port", serving.port, "Port; 0 for any free one")->capture_default_str();
  serve->add_option("--public-address", serving.public_address,
                    "As people reach it, for instance https://trivium.example.org");
  serve->add_option("--proxy", serving.proxies,
                    "Address of a web server in front, which says in X-Forwarded-For who asks; 127.0.0.1 and ::1 where "
                    "the public address is https");
  serve->add_option("--zone", serving.zone, "Time zone for times of day, for instance Europe/Madrid");
  app::add_mail(*serve, serving.mail);
  serve->add_flag("--sample", serving.sample, "Put the sample city in");
  serve->add_option("--sample-language", serving.sample_language, "Language of the sample city, with --sample: en, es")
      ->capture_default_str();

  app::Records records;
  std::string file;
  auto* backup =
      program.add_subcommand("backup", "Write everything into one file, as of one moment; the server may be running");
  add_records(*backup, records);
  backup->add_option("file", file, "The backup to write")->required();
  auto* restore =
      program.add_subcommand("restore", "Replace everything by what a backup holds; the server must be stopped");
  add_records(*restore, records);
  restore->add_option("file", file, "The backup to read")->required()->check(CLI::ExistingFile);
  app::RemindOptions reminding;
  auto* remind = program.add_subcommand(
      "remind", "Send the reminders of deadlines whose time has come; the server does so by itself every hour");
  add_records(*remind, reminding.records);
  app::add_mail(*remind, reminding.mail);
  remind->add_option("--public-address", reminding.public_address, "As people reach it: links in mails lead there")
      ->capture_default_str();
  remind->add_option("--day", reminding.day, "As if it were this day, for instance 2026-09-06");
  std::string list;
  restore->add_option("--erased", list, "Whom another machine has erased, as trivium erased printed it there")
      ->check(CLI::ExistingFile);
  auto* erased = program.add_subcommand("erased", "Print the list of erasures, to keep it beside the backups");
  add_records(*erased, records);
  std::string email;
  auto* person = program.add_subcommand("person", "What is kept of a person");
  person->require_subcommand(1);
  auto* person_export = person->add_subcommand("export", "Print everything that is kept about a person, as JSON");
  auto* person_erase = person->add_subcommand("erase", "Erase a person; the server must be stopped");
  auto* person_password =
      person->add_subcommand("password", "Print a new password for a person; the server may be running");
  for (auto* command : {person_export, person_erase, person_password}) {
    add_records(*command, records);
    command->add_option("email", email, "The address of mail the person signs in with")->required();
  }
  std::string day;
  auto* retain = program.add_subcommand("retain", "Remove what is past its days; the server must be stopped");
  add_records(*retain, records);
  retain->add_option("--day", day, "As if it were this day, 2027-01-31; today where it is not named");
  std::vector<std::string> noted;
  auto* trail = program.add_subcommand("trail", "Who saw or changed what");
  trail->require_subcommand(1);
  auto* trail_check =
      trail->add_subcommand("check", "Recompute the chain, and print its last hash; the server may be running");
  add_records(*trail_check, records);
  trail_check->add_option("--noted", noted, "What an earlier check printed, number:hash; more than one may be named");
  app::FitOptions fitting;
  fitting.language = said_in;
  auto* fit = program.add_subcommand("fit", "Print the fit map and the agenda of an exported table");
  fit->add_option("file", fitting.file, "The table as it was exported, JSON")->required()->check(CLI::ExistingFile);
  fit->add_option("--language", fitting.language, "en or es")->capture_default_str();
  fit->add_option("--numbers", fitting.numbers,
                  "The cluster's numbers as they are pasted on its page, to hold against the stage")
      ->check(CLI::ExistingFile);
  fit->add_option("--decimal", fitting.decimal, "How the numbers are written: point or comma")
      ->check(CLI::IsMember({"point", "comma"}))
      ->capture_default_str();
  auto* framework = program.add_subcommand("framework", "What stands in the reference framework of this installation");
  framework->require_subcommand(1);
  auto* use = framework->add_subcommand("use", "Print which task feeds which view");
  std::string use_language = said_in;
  use->add_option("--language", use_language, "en or es")->capture_default_str()->check(CLI::IsMember({"en", "es"}));
  const app::MeasureCommand measure{program, *texts, said_in};
  const app::FlowsCommand flows{program, *texts, said_in};
  app::add_help(program, say("help"));
  auto* openapi = program.add_subcommand("openapi", "Print the description of every address (OpenAPI 3.1)");

  check::Options checking;
  auto* checks = program.add_subcommand(
      "check", "Hold the sources against the rules of the house (for those who work on Trivium)");
  checks->add_option("part", checking.part, "layers, headers, format, tidy, docs or all")->capture_default_str();
  checks->add_option("--root", checking.root, "The checkout")->capture_default_str();
  checks->add_option("--build", checking.build, "A configured build folder; build/dev where it is not named");

  const auto tell_slips = [&] {
    const auto sentences = app::not_understood(program, *texts, said_in);
    for (const auto& sentence : sentences) fmt::print(stderr, "{}\n", sentence);
    return !sentences.empty();
  };
  std::vector<const char*> typed;
  for (const auto& word : line) typed.push_back(word.c_str());
  try {
    program.parse(static_cast<int>(typed.size()), typed.data());
  } catch (const CLI::ParseError& wrong) {
    // Asking for help ends the reading in the same way. Of a command that there is not, the help of the one above it
    // would tell nothing of what was asked.
    const bool help = wrong.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
    if (!help) {
      if (!tell_slips()) fmt::print(stderr, "{}\n", app::refused_line(wrong, *texts, said_in));
      return 1;
    }
    if (measure.misnamed()) return measure.run();
    const auto no_command = app::no_such_command(program, *texts, said_in);
    if (!no_command) return program.exit(wrong);
    fmt::print(stderr, "{}\n", *no_command);
    return 1;
  }
  if (measure.named() && tell_slips()) return 1;
  if (*serve) return app::serve(serving);
  if (*backup) return app::back_up(records, file);
  if (*restore) return app::restore(records, file, list);
  if (*remind) return app::remind(reminding);
  if (*erased) return app::print_erased(records);
  if (*person_export) return app::print_person(records, email);
  if (*person_erase) return app::erase_person(records, email);
  if (*person_password) return app::give_password(records, email);
  if (*retain) return app::retain(records, day);
  if (*trail_check) return app::check_trail(records, noted);
  if (*fit) return app::print_fit(fitting);
  if (*use) return app::print_use(use_language);
  if (measure.chosen()) return measure.run();
  if (flows.chosen()) return flows.run();
  if (*openapi) return app::print_openapi();
  if (*checks) {
    for (const auto* command : program.get_subcommands({})) checking.commands.push_back(command->get_name());
    return check::run(checking);
  }
  return 0;
} catch (const std::exception& trouble) {
  fmt::print(stderr, "{}\n", trouble.what());
  return 1;
}
