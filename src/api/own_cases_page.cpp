#include "api/own_cases_page.hpp"

#include "access/person.hpp"
#include "api/noted.hpp"
#include "api/own_case_form.hpp"
#include "api/rows_in.hpp"
#include "api/shared_cluster.hpp"
#include "api/told_cases.hpp"
#include "api/typed_number.hpp"
#include "triangle/cluster.hpp"

namespace trivium::api {
namespace {

std::string writer_of(store::Session& session, const triangle::OwnCase& told) {
  const auto writer = access::person(session, told.written_by);
  return writer ? writer->name : std::string{};
}

std::string address_of(const triangle::ClusterId& cluster) { return "/clusters/" + cluster.text + "/cases"; }

Outcome<OwnCasesPage> own_cases_page(store::Session& session, const House& house, const triangle::ClusterId& id,
                                     const Asking& asking) {
  const auto cluster = shared_cluster(session, id, asking);
  if (!cluster) return std::unexpected{cluster.error()};
  OwnCasesPage page{.cluster = id,
                    .city = cluster->city,
                    .name = cluster->name,
                    .illustration = cluster->illustration,
                    .cases = {},
                    .form = blank_form(house, asking.language)};
  for (const auto& told : triangle::own_cases_of(session, id)) {
    page.cases.push_back({.own_case = told.id,
                          .kind = told.kind,
                          .title = told.title,
                          .told_of = place_and_cluster(told.place, told.cluster_name),
                          .told_by = writer_of(session, told),
                          .told_in = told.language});
  }
  return page;
}

Outcome<OwnCasePage> own_case_page(store::Session& session, const House& house, const OwnCaseAddress& given,
                                   const Asking& asking) {
  const auto cluster = shared_cluster(session, given.cluster, asking);
  if (!cluster) return std::unexpected{cluster.error()};
  const auto told = triangle::own_case(session, given.cluster, given.own_case);
  if (!told) return refuse(Why::not_found);
  return OwnCasePage{.cluster = given.cluster,
                     .city = cluster->city,
                     .name = cluster->name,
                     .illustration = cluster->illustration,
                     .own_case = told->id,
                     .kind = told->kind,
                     .title = told->title,
                     .told_of = place_and_cluster(told->place, told->cluster_name),
                     .told_by = writer_of(session, *told),
                     .told_in = told->language,
                     .situation = told->situation,
                     .what_was_done = told->what_was_done,
                     .what_it_took = told->what_it_took,
                     .what_to_watch = told->what_to_watch,
                     .question = told->question,
                     .mine = told->written_by == asking.visitor->person,
                     .form = filled_form(house, asking.language, *told),
                     .two_texts = false};
}

// The case as it is stored, for the one who wrote it.
Outcome<triangle::OwnCase> hers(store::Session& session, const triangle::ClusterId& cluster,
                                const triangle::OwnCaseId& id, const Asking& asking) {
  const auto shared = shared_cluster(session, cluster, asking);
  if (!shared) return std::unexpected{shared.error()};
  auto told = triangle::own_case(session, cluster, id);
  if (!told) return refuse(Why::not_found);
  if (told->written_by != asking.visitor->person) return refuse(Why::not_yours);
  return std::move(*told);
}

}  // namespace

Outcome<OwnCasesPage> ShowOwnCases::operator()(const OwnCasesAddress& given, const Asking& asking) const {
  return house.store.read(
      [&](store::Session& session) { return own_cases_page(session, house, given.cluster, asking); });
}

Outcome<OwnCasePage> ShowOwnCase::operator()(const OwnCaseAddress& given, const Asking& asking) const {
  return house.store.read([&](store::Session& session) { return own_case_page(session, house, given, asking); });
}

Outcome<Done<SavedCase>> TellOwnCase::operator()(const TellCase& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<SavedCase>> {
    const auto cluster = shared_cluster(session, given.cluster, asking);
    if (!cluster) return std::unexpected{cluster.error()};
    shape::Flaws flaws;
    auto told = own_case_of(given, house, asking, flaws);
    if (!flaws.empty()) return put_right(std::move(flaws));
    told.id = triangle::OwnCaseId::fresh();
    told.revision = 1;
    triangle::add(session, told);
    note(session, asking, Deed::case_told, record("own_case", told.id.text));
    return Done<SavedCase>{
        .record = {told.id, told.revision}, .go_to = address_of(given.cluster), .notice = "notice.case_told"};
  });
}

Outcome<Done<SavedCase>> ChangeOwnCase::operator()(const ChangeCase& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<SavedCase>> {
    const auto stored = hers(session, given.cluster, given.own_case, asking);
    if (!stored) return std::unexpected{stored.error()};
    shape::Flaws flaws;
    auto told = own_case_of(given, house, asking, flaws);
    if (!flaws.empty()) return put_right(std::move(flaws));
    told.id = stored->id;
    told.revision = given.revision;
    const auto saved = triangle::change(session, std::move(told));
    if (!saved && !saved.error().stored) return refuse(Why::not_found);
    if (!saved)
      return std::unexpected{
          Refusal{.why = Why::stale, .flaws = {}, .conflict = shape::to_json(*saved.error().stored)}};
    note(session, asking, Deed::case_changed, record("own_case", saved->id.text));
    return Done<SavedCase>{.record = {saved->id, saved->revision},
                           .go_to = address_of(given.cluster) + "/" + saved->id.text,
                           .notice = "notice.case_changed"};
  });
}

Outcome<Done<Noted>> RemoveOwnCase::operator()(const OwnCaseAddress& given, const Asking& asking) const {
  return house.store.write([&](store::Session& session) -> Outcome<Done<Noted>> {
    const auto stored = hers(session, given.cluster, given.own_case, asking);
    if (!stored) return std::unexpected{stored.error()};
    triangle::remove(session, stored->id);
    note(session, asking, Deed::case_removed, record("own_case", stored->id.text));
    return Done<Noted>{.record = {}, .go_to = address_of(given.cluster), .notice = "notice.case_removed"};
  });
}

Outcome<OwnCasesPage> ShowOwnCasesAsTyped::operator()(const shape::Json& typed, const Refusal& /*refusal*/,
                                                      const Asking& asking) const {
  const auto id = typed.find("cluster");
  if (id == typed.end() || !id->is_string()) return refuse(Why::not_found);
  auto page = ShowOwnCases{house}({.cluster = {id->get<std::string>()}}, asking);
  if (page) page->form = typed_form(house, asking.language, typed);
  return page;
}

Outcome<OwnCasePage> ShowOwnCaseAsTyped::operator()(const shape::Json& typed, const Refusal& refusal,
                                                    const Asking& asking) const {
  auto page =
      ShowOwnCase{house}({.cluster = {text_in(typed, "cluster")}, .own_case = {text_in(typed, "own_case")}}, asking);
  if (!page) return page;
  page->two_texts = refusal.why == Why::stale;
  // Where another was saved meanwhile, that stands above the form; the next save is made on it.
  const int stored = page->form.revision;
  page->form = typed_form(house, asking.language, typed);
  page->form.revision = page->two_texts ? stored : typed_number(typed, "revision").value_or(stored);
  return page;
}

}  // namespace trivium::api
