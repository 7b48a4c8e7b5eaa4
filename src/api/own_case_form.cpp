#include "api/own_case_form.hpp"

#include "api/answer_reading.hpp"
#include "api/rows_in.hpp"
#include "api/typed_text.hpp"

#include <algorithm>

namespace trivium::api {
namespace {

using shape::Json;

const framework::Texts& texts_in(const House& house, const std::string& language) {
  const auto& newest = house.questions.newest();
  const auto* texts = newest.in(language);
  return texts == nullptr ? *newest.in("en") : *texts;
}

std::vector<Choice> choices(const House& house, const framework::Texts& texts, const char* list) {
  std::vector<Choice> all;
  for (const auto& code : house.questions.newest().list(list)->codes)
    all.push_back({.code = code, .label = texts.code(list, code), .chosen = false, .rank = {}});
  return all;
}

std::vector<Choice> tasks_to_choose(const House& house, const framework::Texts& texts) {
  std::vector<Choice> all;
  for (const auto& task : house.questions.newest().tasks) {
    all.push_back({.code = task.id,
                   .label = task.vertex + task.mark() + " " + texts.task(task.id).title,
                   .chosen = false,
                   .rank = {}});
  }
  return all;
}

void tick(std::vector<Choice>& choices, const std::vector<std::string>& codes) {
  for (auto& choice : choices) choice.chosen = std::ranges::find(codes, choice.code) != codes.end();
}

std::vector<std::string> typed_codes(const Json& typed, const char* member) {
  std::vector<std::string> codes;
  const auto found = typed.find(member);
  if (found == typed.end() || !found->is_array()) return codes;
  for (const auto& one : *found) {
    if (one.is_string()) codes.push_back(one.get<std::string>());
  }
  return codes;
}

// Codes the framework knows, each once and in its order.
std::vector<std::string> known_codes(const std::optional<std::vector<std::string>>& given,
                                     const std::vector<std::string>& known, const std::string& pointer,
                                     shape::Flaws& flaws) {
  std::vector<std::string> found;
  if (!given) return found;
  for (const auto& code : *given) {
    if (std::ranges::find(known, code) == known.end())
      flaws.push_back({pointer, "flaw.unknown_choice", {{"given", code}}});
  }
  for (const auto& code : known) {
    if (std::ranges::find(*given, code) != given->end()) found.push_back(code);
  }
  return found;
}

// One line that may be left out.
std::string line_if_any(const std::optional<std::string>& typed, const std::string& pointer, shape::Flaws& flaws) {
  if (!typed || shape::trimmed(*typed).empty()) return {};
  return line_of_text(*typed, pointer, flaws);
}

std::string needed(const std::optional<std::string>& typed, const std::string& pointer, shape::Flaws& flaws) {
  std::string text = shape::trimmed(typed.value_or(""));
  if (text.empty()) flaws.push_back({pointer, "flaw.missing", {}});
  return text;
}

}  // namespace

OwnCaseForm blank_form(const House& house, const std::string& language) {
  const auto& texts = texts_in(house, language);
  OwnCaseForm form{};
  form.stages = choices(house, texts, "stage");
  form.mechanisms = choices(house, texts, "mechanism");
  form.tasks = tasks_to_choose(house, texts);
  form.language = language;
  return form;
}

OwnCaseForm filled_form(const House& house, const std::string& language, const triangle::OwnCase& told) {
  auto form = blank_form(house, language);
  form.kind = told.kind;
  form.title = told.title;
  form.place = told.place;
  form.cluster_name = told.cluster_name;
  form.situation = told.situation;
  form.what_was_done = told.what_was_done;
  form.what_it_took = told.what_it_took;
  form.what_to_watch = told.what_to_watch;
  form.question = told.question;
  tick(form.stages, told.stages);
  tick(form.mechanisms, told.mechanisms);
  tick(form.tasks, told.tasks);
  form.language = told.language;
  form.revision = told.revision;
  return form;
}

OwnCaseForm typed_form(const House& house, const std::string& language, const Json& typed) {
  auto form = blank_form(house, language);
  form.kind = shape::named<triangle::CaseKind>(text_in(typed, "kind"));
  form.title = text_in(typed, "title");
  form.place = text_in(typed, "place");
  form.cluster_name = text_in(typed, "cluster_name");
  form.situation = text_in(typed, "situation");
  form.what_was_done = text_in(typed, "what_was_done");
  form.what_it_took = text_in(typed, "what_it_took");
  form.what_to_watch = text_in(typed, "what_to_watch");
  form.question = text_in(typed, "question");
  tick(form.stages, typed_codes(typed, "stages"));
  tick(form.mechanisms, typed_codes(typed, "mechanisms"));
  tick(form.tasks, typed_codes(typed, "tasks"));
  return form;
}

template <class Given>
triangle::OwnCase own_case_of(const Given& given, const House& house, const Asking& asking, shape::Flaws& flaws) {
  const auto& newest = house.questions.newest();
  std::vector<std::string> tasks;
  for (const auto& task : newest.tasks) tasks.push_back(task.id);
  if (given.language) check_language(*given.language, "/language", flaws);
  triangle::OwnCase told{};
  told.cluster = given.cluster;
  told.kind = given.kind;
  told.title = line_of_text(given.title.value_or(""), "/title", flaws);
  told.place = line_if_any(given.place, "/place", flaws);
  told.cluster_name = line_if_any(given.cluster_name, "/cluster_name", flaws);
  told.situation = needed(given.situation, "/situation", flaws);
  told.what_was_done = needed(given.what_was_done, "/what_was_done", flaws);
  told.what_it_took = shape::trimmed(given.what_it_took.value_or(""));
  told.what_to_watch = shape::trimmed(given.what_to_watch.value_or(""));
  told.question = shape::trimmed(given.question.value_or(""));
  told.stages = known_codes(given.stages, newest.list("stage")->codes, "/stages", flaws);
  told.mechanisms = known_codes(given.mechanisms, newest.list("mechanism")->codes, "/mechanisms", flaws);
  told.tasks = known_codes(given.tasks, tasks, "/tasks", flaws);
  told.language = given.language.value_or(asking.language);
  told.written_by = asking.visitor->person;
  told.written_at = asking.now;
  return told;
}

template triangle::OwnCase own_case_of(const TellCase& given, const House& house, const Asking& asking,
                                       shape::Flaws& flaws);
template triangle::OwnCase own_case_of(const ChangeCase& given, const House& house, const Asking& asking,
                                       shape::Flaws& flaws);

}  // namespace trivium::api
