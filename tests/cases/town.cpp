#include "cases/town.hpp"

#include "access/calendar_link.hpp"
#include "access/invitation.hpp"
#include "access/secret.hpp"
#include "access/stands_for.hpp"
#include "programme/conversation.hpp"
#include "programme/taking_part.hpp"
#include "server/routes.hpp"
#include "triangle/cluster.hpp"
#include "triangle/own_case.hpp"
#include "triangle/translation.hpp"

#include <stdexcept>

namespace trivium::cases {
namespace {

using access::Role;

template <class T, class Faults>
T must(std::expected<T, Faults> loaded) {
  if (!loaded) throw std::runtime_error{"the content cannot be loaded"};
  return std::move(*loaded);
}

}  // namespace

struct Town::Parts {
  std::filesystem::path folder = std::filesystem::temp_directory_path() / ("trivium-case-" + shape::new_uuid());
  framework::QuestionSets questions =
      must(framework::QuestionSets::load(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/framework"));
  guidance::Guidance guidance =
      must(guidance::Guidance::load(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/guidance", questions.newest()));
  library::Library library =
      must(library::Library::load(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/library", questions.newest()));
  programme::Template programme =
      must(programme::load_template(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/programme/template.yaml"));
  stage::Thresholds thresholds =
      must(stage::load_thresholds(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/stage.yaml", questions.newest()));
  words::Words words = must(words::Words::load(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/words"));
  sample::SampleCity sample =
      must(sample::SampleCity::load(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/sample", questions));
  server::Pages pages = must(server::Pages::load(std::filesystem::path{TRIVIUM_SOURCE_DIR} / "web/pages", words));
  server::StaticFiles files = server::StaticFiles::load(folder / "no-files");
  document::Workshop workshop{.data = std::filesystem::path{TRIVIUM_SOURCE_DIR} / "data/document", .scratch = folder};
  server::Facts facts{.version = "test",
                      .data_folder = folder.string(),
                      .public_address = "http://trivium.test",
                      .zone = "Europe/Stockholm"};
  std::unique_ptr<store::Store> store;
  std::unique_ptr<api::House> house;
  std::unique_ptr<trail::Gathering> trail;
  std::unique_ptr<server::Site> site;
  std::map<std::string, std::string> keys;  // who → session key
  std::map<std::string, std::string> ids;

  access::PersonId person(store::Session& session, const std::string& name, bool hosts) {
    const auto id = access::PersonId::fresh();
    access::add(session, {.id = id,
                          .name = name,
                          .email = name + "@example.org",
                          .password = access::password_hash(name + "'s password"),
                          .language = "en",
                          .hosts = hosts,
                          .illustration = false,
                          .created_at = shape::now()});
    keys[name] = access::start_session(session, id, "test", shape::now());
    ids[name] = id.text;
    return id;
  }

  void give(store::Session& session, const access::PersonId& person, const triangle::ClusterId& cluster, Role role) {
    access::give_role(
        session,
        {.id = access::RoleId::fresh(), .person = person, .role = role, .cluster = cluster, .since = shape::now()});
  }

  triangle::ClusterId cluster(store::Session& session, const std::string& city, const std::string& name) {
    const triangle::Cluster made{.id = triangle::ClusterId::fresh(),
                                 .city = triangle::city_named(session, city, "Sweden"),
                                 .name = name,
                                 .illustration = false,
                                 .created_at = shape::now()};
    triangle::add(session, made);
    ids[city + "'s cluster"] = made.id.text;
    return made.id;
  }

  triangle::RoundId round(store::Session& session, const triangle::ClusterId& cluster, const std::string& name,
                          const std::string& opened_on) {
    const triangle::Round made{.id = triangle::RoundId::fresh(),
                               .cluster = cluster,
                               .title = name,
                               .question_set = 1,
                               .opened_on = {opened_on},
                               .send_by = {}};
    triangle::add(session, made);
    ids[name] = made.id.text;
    return made.id;
  }

  void table(store::Session& session, const triangle::RoundId& round, const access::PersonId& owner,
             const std::string& name) {
    const triangle::Assessment made{.id = triangle::AssessmentId::fresh(),
                                    .round = round,
                                    .person = owner,
                                    .started_from = triangle::Vertex::A,
                                    .started_at = shape::now(),
                                    .last_task = "A1",
                                    .sent_at = {}};
    triangle::add(session, made);
    ids[name] = made.id.text;
  }

  void give(store::Session& session, const access::PersonId& person, const triangle::NetworkId& network, Role role,
            const std::optional<triangle::CityId>& city) {
    access::give_role(session, {.id = access::RoleId::fresh(),
                                .person = person,
                                .role = role,
                                .network = network,
                                .city = city,
                                .since = shape::now()});
  }

  // A network with a programme in which one cluster of each city takes part.
  triangle::NetworkId network(store::Session& session, const std::string& name,
                              const std::vector<triangle::ClusterId>& clusters) {
    const programme::Network made{
        .id = triangle::NetworkId::fresh(), .name = name, .illustration = false, .created_at = shape::now()};
    programme::add(session, made);
    ids[name] = made.id.text;
    const programme::Programme opened{.id = triangle::ProgrammeId::fresh(),
                                      .network = made.id,
                                      .title = name + "'s programme",
                                      .most_managers = programme.most_managers,
                                      .opened_on = shape::date_of(shape::now())};
    // The year after this one, so that no step is over.
    const int year = std::stoi(shape::now().text.substr(0, 4)) + 1;
    programme::open(session, opened, programme, year, shape::now());
    ids[name + "'s programme"] = opened.id.text;
    ids["next year"] = std::to_string(year);
    for (const auto& cluster : clusters) programme::take_in(session, opened, cluster, 1, shape::now());
    return made.id;
  }

  triangle::InitiativeId initiative(store::Session& session, const triangle::ClusterId& cluster,
                                    const std::string& called, const std::string& name,
                                    std::optional<triangle::InitiativeId> within = {}) {
    const triangle::Initiative made{.id = triangle::InitiativeId::fresh(),
                                    .cluster = cluster,
                                    .name = name,
                                    .within = std::move(within),
                                    .created_at = shape::now()};
    triangle::add(session, made);
    ids[called] = made.id.text;
    return made.id;
  }

  triangle::CityId city_of(store::Session& session, const triangle::ClusterId& cluster) {
    const auto city = triangle::cluster(session, cluster)->city_id;
    ids[triangle::city(session, city)->name] = city.text;
    return city;
  }

  // Malmö and Visby learn together, led by Lena; Nora leads another network, with Kiruna.
  void settle_networks(store::Session& session) {
    const auto mona = person(session, "mona", false);
    const auto mats = person(session, "mats", false);
    const auto vera = person(session, "vera", false);
    const auto kim = person(session, "kim", false);
    const auto malmo = cluster(session, "Malmö", "Media");
    const auto visby = cluster(session, "Visby", "Games");
    const auto kiruna = cluster(session, "Kiruna", "Space");
    give(session, mona, malmo, Role::manager);
    give(session, mats, malmo, Role::manager);
    give(session, vera, visby, Role::manager);
    give(session, kim, kiruna, Role::manager);
    const auto west = network(session, "West", {malmo, visby});
    const auto north = network(session, "North", {kiruna});
    give(session, person(session, "lena", false), west, Role::lead, {});
    give(session, person(session, "otto", false), west, Role::observer, {});
    give(session, person(session, "cora", false), west, Role::coach, city_of(session, malmo));
    give(session, person(session, "curt", false), west, Role::coach, city_of(session, visby));
    give(session, person(session, "lotta", false), west, Role::coordinator, city_of(session, malmo));
    give(session, person(session, "nora", false), north, Role::lead, {});
    city_of(session, kiruna);
    const auto round = triangle::rounds_of(session, malmo).front().id;
    ids["Malmö's round"] = round.text;
    table(session, round, mona, "mona's table");
    const programme::Conversation asked{.id = programme::ConversationId::fresh(),
                                        .round = round,
                                        .assessment = triangle::AssessmentId{ids["mona's table"]},
                                        .task = "A3",
                                        .on_revision = 0,
                                        .with_person = mona,
                                        .heard = programme::Heard::coaches,
                                        .begun_by = mona,
                                        .begun_at = shape::now(),
                                        .resolved_at = {}};
    ids["mona's conversation"] = programme::begin(session, asked, "Do suppliers abroad count?").text;
    table(session, triangle::rounds_of(session, kiruna).front().id, kim, "kim's table");
    ids["mona's calendar"] = access::make_calendar_link(session, mona, shape::now());
    for (const auto& held : access::roles_of(session, mona)) ids["mona's role"] = held.id.text;
    for (const auto& held : access::roles_of(session, mats)) ids["mats's role"] = held.id.text;
    for (const auto& held : access::roles_of(session, vera)) ids["vera's role"] = held.id.text;
    const auto plan = initiative(session, malmo, "Malmö's plan", "Media plan");
    access::stand_for(session, {ids["mona's role"]},
                      initiative(session, malmo, "Malmö's film office", "Film office", plan));
    initiative(session, visby, "Visby's lab", "Games lab");
  }

  // What its people tell, and what somebody took from a case in an earlier round.
  void tell(store::Session& session, const triangle::ClusterId& cluster, const access::PersonId& by) {
    triangle::OwnCase told{};
    told.id = triangle::OwnCaseId::fresh();
    told.cluster = cluster;
    told.kind = triangle::CaseKind::failure;
    told.title = "The kitchen nobody used";
    told.situation = "Small firms asked for a test kitchen.";
    told.what_was_done = "We rented one for a year.";
    told.mechanisms = {"sharing"};
    told.language = "en";
    told.revision = 1;
    told.written_by = by;
    told.written_at = shape::now();
    triangle::add(session, told);
    ids["ana's case"] = told.id.text;
  }

  void translate(store::Session& session, const std::string& table, const access::PersonId& by) {
    const auto saved = triangle::save(session, triangle::Translation{.id = {},
                                                                     .assessment = {ids[table]},
                                                                     .told_case = "brest",
                                                                     .title = "Brest",
                                                                     .same = "A quiet harbour",
                                                                     .different = "",
                                                                     .would_have_to_be_true = "One body for all",
                                                                     .language = "en",
                                                                     .revision = 0,
                                                                     .written_by = by,
                                                                     .written_at = shape::now()});
    ids["eva's translation"] = saved.value().id.text;
  }

  void settle(store::Session& session) {
    person(session, "hedda", true);
    const auto ana = person(session, "ana", false);
    const auto bo = person(session, "bo", false);
    const auto carla = person(session, "carla", false);
    const auto olle = person(session, "olle", false);
    const auto eva = person(session, "eva", false);
    const auto lund = cluster(session, "Lund", "Food");
    const auto umea = cluster(session, "Umeå", "Wood");
    give(session, ana, lund, Role::manager);
    give(session, bo, lund, Role::manager);
    give(session, carla, lund, Role::coach);
    give(session, olle, lund, Role::coordinator);
    give(session, eva, umea, Role::manager);
    const auto autumn = round(session, lund, "the round", "2026-09-01");
    table(session, autumn, ana, "ana's table");
    table(session, autumn, bo, "bo's table");
    table(session, round(session, umea, "Umeå's round", "2026-09-01"), eva, "eva's table");
    table(session, round(session, umea, "Umeå's earlier round", "2024-09-01"), eva, "eva's earlier table");
    translate(session, "eva's earlier table", eva);
    tell(session, lund, ana);
    settle_networks(session);
    ids["set-up key"] = access::new_set_up_key(session, shape::now());
    ids["invitation key"] = access::invite(session,
                                           {.id = {},
                                            .key_hash = {},
                                            .name = "Nils",
                                            .email = "nils@example.org",
                                            .role = Role::manager,
                                            .cluster = lund,
                                            .invited_by = {ids["hedda"]}},
                                           shape::now())
                                .text;
    ids["invitation"] = access::unanswered_invitations(session, lund).front().id.text;
    ids["ana's session"] = access::open_sessions(session, ana, shape::now()).front().id.text;
    ids["sample person"] = sample.settle(session, "en", shape::now()).text;
  }
};

Town::Town(const std::string& database_url, bool with_pandoc) : parts_{std::make_unique<Parts>()} {
  auto& parts = *parts_;
  if (!with_pandoc) parts.workshop.pandoc = "no-such-program";
  std::filesystem::create_directories(parts.folder);
  const std::string url = database_url.empty() ? "sqlite://" + (parts.folder / "trivium.db").string() : database_url;
  parts.store = std::make_unique<store::Store>(store::Settings{.url = url, .readers = 4});
  parts.house = std::make_unique<api::House>(api::House{*parts.store, parts.questions, parts.words, parts.guidance,
                                                        parts.library, parts.thresholds, parts.programme});
  parts.store->write([&](store::Session& session) { parts.settle(session); });
  parts.trail = std::make_unique<trail::Gathering>(*parts.store, [](const std::string&) {});
  parts.site = std::make_unique<server::Site>(
      *parts.store, parts.words, parts.pages, parts.files,
      server::routes(*parts.house, parts.sample, parts.workshop, parts.facts),
      server::SiteFacts{.public_address = parts.facts.public_address, .zone = parts.facts.zone, .version = "test"},
      *parts.trail);
}

Town::~Town() {
  parts_->site.reset();
  parts_->trail.reset();
  parts_->store.reset();
  std::filesystem::remove_all(parts_->folder);
}

server::Response Town::ask(const std::string& who, const std::string& method, const std::string& path,
                           const std::string& accept, const std::string& body) {
  server::Request request;
  request.method = method;
  request.path = path.substr(0, path.find('?'));
  if (path.find('?') != std::string::npos) request.query = path.substr(path.find('?') + 1);
  request.headers["accept"] = accept;
  request.headers["accept-language"] = language;
  request.headers["origin"] = "http://trivium.test";
  request.headers["cookie"] = "language=" + language;
  if (who != "nobody") request.headers["cookie"] += "; trivium=" + parts_->keys.at(who);
  if (!body.empty())
    request.headers["content-type"] = body.starts_with('{') ? "application/json" : "application/x-www-form-urlencoded";
  request.body = body;
  request.address = address;
  auto response = parts_->site->answer(request);
  parts_->trail->write_now();  // what was read is there for whoever asks next
  return response;
}

void Town::comes_in(const std::string& who, const server::Response& answer) {
  for (const auto& [name, value] : answer.headers) {
    if (const auto at = value.find("trivium="); name == "Set-Cookie" && at != std::string::npos)
      parts_->keys[who] = value.substr(at + 8, value.find(';', at) - at - 8);
  }
}

std::string Town::with_ids(std::string text) const {
  for (const auto& [name, id] : parts_->ids) {
    const std::string mark = "{" + name + "}";
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) text.replace(at, mark.size(), id);
  }
  return text;
}

const std::vector<server::Route>& Town::routes() const { return parts_->site->routes(); }

}  // namespace trivium::cases
