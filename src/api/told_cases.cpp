#include "api/told_cases.hpp"

#include "api/section_words.hpp"
#include "api/wording.hpp"

namespace trivium::api {
namespace {

// Of "Styria (AT)".
std::string without_country(const std::string& place) { return place.substr(0, place.find(" (")); }

// A region may have a name of its own in the language.
std::string place_in_words(const words::Words& words, const std::string& language, const std::string& place) {
  const auto name = without_country(place);
  const auto key = section_key(name);
  return words.knows(language, key) ? words.say(language, key) + place.substr(name.size()) : place;
}

ToldCase of_library(const library::Case& told, const library::Library& library, const words::Words& words,
                    const std::string& language) {
  return {.id = told.id,
          .own = false,
          .kind = shape::named<triangle::CaseKind>(told.kind).value(),
          .place = without_country(told.place),
          .told_of = place_and_cluster(place_in_words(words, language, told.place), told.cluster),
          .text = library.text(language, told.id),
          .section = section_in_words(words, language, told.section),
          .control = told.control,
          .told_by = {},
          .language = language,
          .traits = told.traits};
}

ToldCase of_cluster(const triangle::OwnCase& told, std::string told_by) {
  return {
      .id = told.id.text,
      .own = true,
      .kind = told.kind,
      .place = told.place,
      .told_of = place_and_cluster(told.place, told.cluster_name),
      .text = {told.title, told.situation, told.what_was_done, told.what_it_took, told.what_to_watch, told.question},
      .section = {},
      .control = {},
      .told_by = std::move(told_by),
      .language = told.language,
      .traits = {.stages = {told.stages.begin(), told.stages.end()},
                 .mechanisms = {told.mechanisms.begin(), told.mechanisms.end()},
                 .tasks = {told.tasks.begin(), told.tasks.end()}}};
}

}  // namespace

std::vector<ToldCase> cases_of(const library::Library& library, const words::Words& words,
                               const std::string& language) {
  std::vector<ToldCase> all;
  for (const auto& told : library.cases()) all.push_back(of_library(told, library, words, language));
  return all;
}

std::vector<ToldCase> told_cases(store::Session& session, const House& house, const OpenTable& open,
                                 const Asking& asking) {
  auto all = cases_of(house.library, house.words, open.language);
  if (!access::shares_cases(session, asking.visitor, open.table.cluster)) return all;
  for (const auto& told : triangle::own_cases_of(session, open.table.cluster)) {
    const auto writer = access::person(session, told.written_by);
    all.push_back(of_cluster(told, writer ? writer->name : std::string{}));
  }
  return all;
}

std::string title_read(store::Session& session, const OpenTable& open, const triangle::Translation& written,
                       const Asking& asking) {
  const bool of_library = !shape::is_uuid(written.told_case);
  return of_library || access::shares_cases(session, asking.visitor, open.table.cluster) ? written.title
                                                                                         : std::string{};
}

bool of_city(const ToldCase& told, const std::string& city) { return !told.own && folded(told.place) == folded(city); }

std::string place_and_cluster(const std::string& place, const std::string& cluster) {
  return place + (place.empty() || cluster.empty() ? "" : " · ") + cluster;
}

}  // namespace trivium::api
