#include "app/measure_manual.hpp"

#include "api/measure_words.hpp"
#include "app/help_text.hpp"
#include "app/interruption.hpp"
#include "app/roff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace trivium::app {
namespace {

// A sign alone would be lost among those of the sentence.
bool has_letters(const std::string& text) {
  return std::ranges::any_of(text, [](unsigned char sign) { return std::isalnum(sign) != 0; });
}

class Page {
 public:
  Page(const words::Words& words, const std::string& language) : words_{words}, language_{language} {}

  std::string say(const std::string& key, const words::Args& args = {}) const {
    return words_.say(language_, "measure." + key, args);
  }

  void line(const std::string& roff) { text_ += roff + '\n'; }
  void section(const std::string& key) { line(".SH " + roff_argument(say("manual." + key))); }
  void part(const std::string& title) { line(".SS " + roff_argument(title)); }
  void paragraph(const std::string& text) {
    line(".PP");
    line(roff(text));
  }
  void item(const std::string& name, const std::string& takes, const std::string& text) {
    line(".TP");
    line(".BI " + roff_argument(name) + (takes.empty() ? "" : " " + roff_argument(" " + takes)));
    line(roff(text));
  }
  // As it would be typed.
  void typed(const std::string& command) {
    for (const auto* begin : {".PP", ".nf", ".RS"}) line(begin);
    line(roff(command));
    for (const auto* end : {".RE", ".fi"}) line(end);
  }

  // Its description is a sentence here, whether or not it is one in the command's help.
  void option(const CLI::Option& one) {
    const auto type = one.get_type_name();  // behind the colon stands what is allowed, which the sentence says
    auto text = api::sentence(one.get_description());
    if (one.get_required()) text += " " + say("manual.required");
    if (const auto usual = one.get_default_str(); !usual.empty())
      text += " " + say("usual",
                        {{"value", has_letters(usual) ? usual : words_.say(language_, "quoted", {{"text", usual}})}});
    item("--" + one.get_lnames().front(), placeholder(words_, language_, type.substr(0, type.find(':'))), text);
  }
  // Those of a group, as the command's help has it; whether there are some.
  static std::vector<const CLI::Option*> options(const CLI::App& command, const std::string& group) {
    return command.get_options([&](const CLI::Option* one) { return one->get_group() == group; });
  }
  std::string group(const char* name) const { return say(std::string{"group."} + name); }

  void measure(const MeasureHelp& one) {
    const std::string name{one.analysis.name};
    part(name);
    line(roff(api::sentence(say(name + ".title"))));
    line(roff(api::sentence(say(name + ".question"))));
    for (const auto* kind : {"tables", "settings"}) {
      const auto there = options(one.command, group(kind));
      if (there.empty()) continue;
      paragraph(group(kind) + ":");
      for (const auto* each : there) option(*each);
    }
    paragraph(group("gives") + ":");
    for (const auto& column : one.analysis.gives) {
      const std::string given{column.name};
      item(given, "", words_.say(language_, api::measure_key(words_, language_, name, "gives." + given)));
    }
  }

  // What all measures have in common, from one of them.
  void common(const CLI::App& command) {
    item("--help", "", say("manual.help"));
    for (const auto* kind : {"answer", "work", "reading"}) {
      part(group(kind));
      for (const auto* each : options(command, group(kind))) option(*each);
    }
  }

  std::string text() && { return std::move(text_); }

 private:
  const words::Words& words_;
  const std::string& language_;
  std::string text_;
};

}  // namespace

std::string manual(const std::vector<MeasureHelp>& measures, const words::Words& words, const std::string& language,
                   const std::string& day) {
  Page page{words, language};
  // The day with plain hyphens: it is read as a date.
  page.line(
      fmt::format(".TH TRIVIUM\\-MEASURE 1 {} {}", day, roff_argument(std::string{"Trivium "} + TRIVIUM_VERSION)));
  page.section("name");
  page.line("trivium\\-measure \\- " + roff(page.say("manual.purpose")));
  page.section("synopsis");
  page.line(".nf");
  const auto stands_for = [&](const std::string& what) { return roff(words.say(language, "command.label." + what)); };
  page.line(fmt::format(R"(\fBtrivium measure\fR \fI{}\fR \fB\-\-\fR\fI{} {}\fR ... [\fB\-\-\fR\fI{} {}\fR ...])",
                        stands_for("name"), stands_for("table"), stands_for("file"), stands_for("setting"),
                        stands_for("value")));
  page.line(R"(\fBtrivium measure list\fR)");
  page.line(R"(\fBtrivium measure manual\fR)");
  page.line(".fi");
  page.section("description");
  page.line(roff(page.say("manual.about")));
  page.section("measures");
  for (const auto& one : measures) page.measure(one);
  page.section("options");
  page.common(measures.front().command);
  page.section("exit_status");
  page.item("0", "", page.say("manual.done"));
  page.item("1", "", page.say("manual.to_put_right"));
  page.item(std::to_string(kStopped), "", page.say("manual.stopped"));
  page.section("examples");
  page.line(roff(page.say("manual.example.quotients")));
  page.typed("trivium measure location-quotient --employment jobs.csv --out quotients.csv");
  page.paragraph(page.say("manual.example.other_file"));
  page.typed(
      "trivium measure specialisation --employment jobs.tsv --column region=geo --column industry=nace_r2 "
      "--without nace_r2=TOTAL");
  page.section("see_also");
  page.line(roff(page.say("manual.flows")));
  page.paragraph(page.say("manual.elsewhere"));
  return std::move(page).text();
}

}  // namespace trivium::app
