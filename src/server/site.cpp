#include "server/site.hpp"

#include "server/body.hpp"
#include "server/csv.hpp"
#include "server/flaw_links.hpp"
#include "server/match.hpp"
#include "server/refused_change.hpp"
#include "server/routes.hpp"
#include "shape/form.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace trivium::server {
namespace {

using api::Refusal;
using api::Why;

enum class Wanted { page, json, csv };
TRIVIUM_NAMES(Wanted, page, json, csv)

int status_of(Why why) {
  switch (why) {
    case Why::not_found: return 404;
    case Why::sign_in: return 401;
    case Why::not_yours: return 403;
    case Why::put_right: return 422;
    case Why::stale: return 409;
    case Why::too_many_tries: return 429;
    case Why::too_large: return 413;
    case Why::too_busy:
    case Why::no_document: return 503;
    case Why::wrong_method: return 405;
    case Why::other_origin: return 403;
    case Why::gone: return 410;
    case Why::unexpected: return 500;
  }
  return 500;
}

std::optional<std::string> cookie(const Request& request, const std::string& name) {
  const std::string all = request.header("cookie");
  std::size_t from = 0;
  while (from < all.size()) {
    const auto end = std::min(all.find(';', from), all.size());
    const std::string one = shape::trimmed(std::string_view{all}.substr(from, end - from));
    if (one.starts_with(name + "=")) return one.substr(name.size() + 1);
    from = end + 1;
  }
  return std::nullopt;
}

bool is_https(const std::string& address) { return address.starts_with("https://"); }

// With HTTPS the name itself forbids other hosts of the same domain, and pages without HTTPS, to set the cookie.
std::string session_cookie(const std::string& public_address) {
  return is_https(public_address) ? "__Host-trivium" : "trivium";
}

// "https://trivium.example.org" of an address below it.
std::string origin_of(const std::string& address) {
  const auto host = address.find("://");
  return host == std::string::npos ? address : address.substr(0, address.find_first_of("/?#", host + 3));
}

bool is_ours(const std::string& origin, const Request& request, const std::string& public_address) {
  if (origin == origin_of(public_address)) return true;
  return !is_https(public_address) && origin == "http://" + request.header("host");
}

// Scripts and pages of another origin may not write here: a browser says where a request comes from. Every header that
// says so has to say that it is here.
bool from_elsewhere(const Request& request, const std::string& public_address) {
  if (request.method == "GET" || request.method == "HEAD") return false;
  const std::string fetched = request.header("sec-fetch-site");
  const std::string origin = request.header("origin");
  const std::string referer = request.header("referer");
  if (!fetched.empty() && fetched != "same-origin" && fetched != "none") return true;
  if (!origin.empty() && !is_ours(origin, request, public_address)) return true;
  if (!referer.empty() && !is_ours(origin_of(referer), request, public_address)) return true;
  if (!fetched.empty() || !origin.empty()) return false;
  // Neither of the first two: no browser of today. A program that sends JSON on purpose may write.
  return !request.header("content-type").starts_with("application/json");
}

// What stands in the address is not typed: there is nothing to put right at it.
bool flawed_address(const Route& route, const shape::Flaws& flaws) {
  return std::ranges::any_of(flaws, [&](const shape::Flaw& flaw) {
    return flaw.pointer.size() > 1 &&
           std::ranges::find(route.segments, "{" + flaw.pointer.substr(1) + "}") != route.segments.end();
  });
}

// A calendar's address holds the key that opens it.
std::string for_the_log(const std::string& path) { return path.starts_with("/calendar/") ? "/calendar/…" : path; }

std::string without_suffix(const std::string& path, const std::string& suffix) {
  return path.substr(0, path.size() - suffix.size());
}

}  // namespace

struct Site::Turn {
  const Request& request;
  std::string path;
  Wanted wanted = Wanted::page;
  api::Asking asking;
  std::string zone;
  bool had_cookie = false;
  std::vector<trail::Entry> reads;  // of others, in the order they were opened; and a change that was refused
};

Site::Site(store::Store& store, const words::Words& words, const Pages& pages, const StaticFiles& files,
           std::vector<Route> routes, SiteFacts facts, trail::Gathering& trail)
    : store_{store},
      words_{words},
      pages_{pages},
      files_{files},
      routes_{std::move(routes)},
      facts_{std::move(facts)},
      trail_{trail} {
  for (Route& route : routes_) route.segments = segments_of(route.path);
  openapi_ = openapi(routes_, facts_.version).dump(2);
}

Response Site::answer(const Request& request) const try {
  return answer_or_throw(request);
} catch (const std::exception& trouble) {
  // The path is logged without its query: a query can hold a key or words.
  spdlog::error("{} {}: {}", request.method, for_the_log(request.path), trouble.what());
  Turn turn = begun(request);
  return refused(turn, {.why = Why::unexpected});
}

Site::Turn Site::begun(const Request& request) const {
  Turn turn{.request = request, .path = request.path, .asking = {}, .zone = facts_.zone, .reads = {}};
  turn.asking.now = shape::now();
  turn.asking.address = request.address;
  turn.asking.device = request.header("user-agent");
  const auto chosen = cookie(request, "language");
  turn.asking.language = chosen && words_.speaks(*chosen)
                             ? *chosen
                             : words::best_language(request.header("accept-language"), words_.languages());
  const std::string accept = request.header("accept");
  if (accept.contains("application/json") && !accept.contains("text/html")) turn.wanted = Wanted::json;
  if (accept.starts_with("text/csv")) turn.wanted = Wanted::csv;
  if (turn.path.ends_with(".json")) {
    turn.wanted = Wanted::json;
    turn.path = without_suffix(turn.path, ".json");
  } else if (turn.path.ends_with(".csv")) {
    turn.wanted = Wanted::csv;
    turn.path = without_suffix(turn.path, ".csv");
  }
  return turn;
}

void Site::recognise(Turn& turn) const {
  if (const auto key = cookie(turn.request, session_cookie(facts_.public_address))) {
    turn.had_cookie = true;
    turn.asking.visitor =
        store_.read([&](store::Session& session) { return access::visitor(session, *key, turn.asking.now); });
  }
  if (!turn.asking.visitor) return;
  // The cookie first: somebody may read in another language for once. Then the person's own, then the browser's. The
  // people of the sample city have none of their own.
  const auto chosen = cookie(turn.request, "language");
  if (!(chosen && words_.speaks(*chosen)) && !turn.asking.visitor->illustration &&
      words_.speaks(turn.asking.visitor->language))
    turn.asking.language = turn.asking.visitor->language;
  if (shape::later(turn.asking.visitor->last_seen_at, std::chrono::minutes{5}) < turn.asking.now) {
    store_.later([id = turn.asking.visitor->session, now = turn.asking.now](store::Session& session) {
      access::note_seen(session, id, now);
    });
  }
}

Response Site::answer_or_throw(const Request& request) const {
  if (auto file = files_.answer(request)) return std::move(*file);
  Turn turn = begun(request);
  recognise(turn);
  if (turn.path == "/openapi" && turn.wanted == Wanted::json) {
    return {.status = 200, .headers = {{"Content-Type", "application/json; charset=utf-8"}}, .body = openapi_};
  }
  const auto found = match(routes_, request.method == "HEAD" ? "GET" : request.method, turn.path);
  if (!found.route) {
    turn.path = "/";  // nothing is there: it is neither said again nor gone back to
    return refused(turn, {.why = found.other_method ? Why::wrong_method : Why::not_found});
  }
  if (from_elsewhere(request, facts_.public_address)) return refused(turn, {.why = Why::other_origin});
  if (request.body.size() > found.route->most_body) return refused(turn, {.why = Why::too_large});
  turn.asking.reads = &turn.reads;
  auto body = read_body(request, *found.route);
  Call call{.fields = std::move(body.fields), .wire = body.wire, .asking = turn.asking};
  for (const auto& [name, value] : found.named) call.fields[name] = value;  // the address wins
  auto response = page_or_data(turn, *found.route, call, std::move(body.flaws));
  note_reads(turn, *found.route);
  if (request.method == "HEAD") response.body.clear();
  return response;
}

// The one place where what was read goes into the trail, whatever the endpoint: as what it was given, and once where a
// page opens the same table twice.
void Site::note_reads(const Turn& turn, const Route& route) const {
  std::vector<trail::Entry> once;
  for (auto entry : turn.reads) {
    entry.form = !route.download.empty() ? "document" : shape::name_of(turn.wanted);
    if (std::ranges::find(once, entry) == once.end()) once.push_back(std::move(entry));
  }
  trail_.add(std::move(once));
}

Response Site::page_or_data(Turn& turn, const Route& route, const Call& call, shape::Flaws flaws) const {
  auto reply = flaws.empty() ? route.answer(call) : api::Outcome<Reply>{api::put_right(std::move(flaws))};
  if (reply) return done(turn, route, *reply);
  const Refusal& refusal = reply.error();
  if (auto change = refused_change(route, call, refusal.why)) turn.reads.push_back(*std::move(change));
  if (flawed_address(route, refusal.flaws)) return refused(turn, {.why = Why::not_found});
  const bool show_again =
      turn.wanted == Wanted::page && route.again && (refusal.why == Why::put_right || refusal.why == Why::stale);
  if (show_again) {
    const auto again = route.again(call, refusal);
    if (again && again->page_data) {
      const Reading reading{words_, turn.asking.language, turn.zone, refusal.flaws};
      return page(turn, again->page.empty() ? route.page : again->page, again->page_data(reading), refusal.flaws,
                  status_of(refusal.why));
    }
  }
  return refused(turn, refusal);
}

Response Site::done(Turn& turn, const Route& route, const Reply& reply) const {
  Response response;
  if (reply.download) {
    response.with("Content-Type", reply.download->type)
        .with("Content-Disposition", "attachment; filename=\"" + reply.download->name + "\"")
        .with("Cache-Control", "no-store");
    response.body = reply.download->bytes;
  } else if (turn.wanted == Wanted::json || (route.page.empty() && reply.go_to.empty())) {
    response.with("Content-Type", "application/json; charset=utf-8").with("Cache-Control", "no-store");
    response.body = reply.json().dump();
  } else if (turn.wanted == Wanted::csv && !route.list.empty()) {
    response.with("Content-Type", "text/csv; charset=utf-8").with("Cache-Control", "no-store");
    response.body = csv(reply.json().at(route.list));
  } else if (turn.wanted == Wanted::csv) {
    return refused(turn, {.why = Why::not_found});
  } else if (!reply.go_to.empty()) {
    response.status = 303;
    response.with("Location", reply.go_to);
    if (!reply.notice.empty())
      response.with("Set-Cookie", "notice=" + reply.notice + "; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
  } else {
    const shape::Flaws none;
    response =
        page(turn, route.page, reply.page_data(Reading{words_, turn.asking.language, turn.zone, none}), none, 200);
  }
  if (reply.session_key) remember_session(response, *reply.session_key);
  if (reply.language)
    response.with("Set-Cookie", "language=" + *reply.language + "; Path=/; Max-Age=31536000; SameSite=Lax");
  return response;
}

Response Site::refused(Turn& turn, const Refusal& refusal) const {
  const std::string key = "refusal." + std::string{shape::name_of(refusal.why)};
  const std::string& language = turn.asking.language;
  const int status = status_of(refusal.why);
  if (!refusal.reason.empty()) spdlog::error("{} {}: {}", turn.request.method, for_the_log(turn.path), refusal.reason);
  if (turn.wanted == Wanted::page) {
    if (refusal.why == Why::sign_in && turn.request.method == "GET") {
      Response response{.status = 303, .headers = {{"Location", "/sign-in"}}, .body = {}};
      return response;
    }
    PageData data = an_object();
    data["status"] = PageData{fmt::to_string(status)};
    data["heading"] = PageData{words_.say(language, key + ".title")};
    data["sentence"] = PageData{words_.say(language, key + ".sentence")};
    // Somebody who comes once more by the link of her invitation has an account, and is looking for its door.
    data["may_have_joined"] = PageData{refusal.why == Why::gone && turn.path == "/join" && !turn.asking.visitor};
    const bool all_it_says = refusal.why == Why::put_right && !refusal.flaws.empty();
    data["to_put_right_any"] = PageData{all_it_says};
    if (!all_it_says) return page(turn, "trouble", std::move(data), refusal.flaws, status);
    // The page's own heading says that something has to be put right: what it is stands below, not in a box with the
    // same heading above it.
    data["to_put_right"] = links_to(in_words(refusal.flaws, words_, language), "");
    return page(turn, "trouble", std::move(data), shape::Flaws{}, status);
  }
  shape::Json body{{"title", words_.say(language, key + ".sentence")}, {"flaws", shape::Json::array()}};
  for (const auto& flaw : refusal.flaws) {
    body["flaws"].push_back({{"pointer", flaw.pointer}, {"message", words_.say(language, flaw.key, flaw.args)}});
  }
  if (refusal.conflict) body["conflict"] = *refusal.conflict;
  Response response{.status = status,
                    .headers = {{"Content-Type", "application/json; charset=utf-8"}, {"Cache-Control", "no-store"}},
                    .body = body.dump()};
  if (refusal.why == Why::too_many_tries) response.with("Retry-After", "900");
  return response;
}

Response Site::page(Turn& turn, const std::string& name, PageData data, const shape::Flaws& flaws, int status) const {
  const std::string& language = turn.asking.language;
  const auto add = [&](const std::string& key, PageData value) { data[key] = std::move(value); };
  const auto text = [](const std::string& words) { return PageData{words}; };
  const auto said = in_words(flaws, words_, language);
  ListOfData languages{words_.languages().size()};
  for (const auto& code : words_.languages()) {
    PageData one = an_object();
    one["code"] = text(code);
    one["name"] = text(words_.say(code, "language." + code));
    one["current"] = PageData{code == language};
    languages.add(std::move(one));
  }
  add("lang", text(language));
  add("dir", text("ltr"));
  add("zone", text(turn.zone));  // times that a script tells are those that pages tell
  add("languages", languages.taken());
  add("path", text(turn.path));
  add("json_path", text((turn.path == "/" ? "/start" : turn.path) + ".json"));
  add("wrong", wrong_by_field(said));
  PageData person = PageData{false};
  if (turn.asking.visitor) {
    person = an_object();
    person["id"] = text(turn.asking.visitor->person.text);
    person["name"] = text(turn.asking.visitor->name);
  }
  add("person", std::move(person));
  add("hosts", PageData{turn.asking.visitor && turn.asking.visitor->hosts});
  if (data.get("place") == nullptr) add("place", PageData{false});
  if (data.get("seen_by") == nullptr) add("seen_by", PageData{false});
  const auto* place = data.get("place");
  const auto* drawn = place != nullptr && place->is_object() ? place->get("illustration") : data.get("illustration");
  add("illustration", PageData{drawn != nullptr && drawn->is_true()});
  // Who looks round is one of its people, and they speak the language it is told in.
  if (turn.asking.visitor && turn.asking.visitor->illustration && turn.asking.visitor->language != language)
    add("sample_only_in", text(turn.asking.visitor->language));
  const auto notice = cookie(turn.request, "notice");
  const bool noticed = notice && notice->starts_with("notice.") && words_.knows(language, *notice);
  add("notice", noticed ? text(words_.say(language, *notice)) : PageData{false});
  add("page_title", text(words_.say(language, "title." + name)));
  add("page", text(name));
  add("is_" + name, PageData{true});
  add("version", text(facts_.version));
  add("today_day", text(words::long_date(language, turn.asking.now.text)));
  Response response{.status = status,
                    .headers = {{"Content-Type", "text/html; charset=utf-8"}, {"Cache-Control", "no-store"}},
                    .body = {}};
  const std::string content = pages_.content(name, language, data);
  add("flaws_any", PageData{!said.empty()});
  add("flaws", links_to(said, content));
  response.body = pages_.around(content, language, data);
  response.with("Content-Security-Policy",
                "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'");
  response.with("Content-Language", language);
  if (notice) response.with("Set-Cookie", "notice=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
  return response;
}

void Site::remember_session(Response& response, const std::string& key) const {
  std::string line = session_cookie(facts_.public_address) + "=" + key + "; Path=/; HttpOnly; SameSite=Lax";
  if (is_https(facts_.public_address)) line += "; Secure";
  line += key.empty() ? "; Max-Age=0" : "; Max-Age=2592000";
  response.with("Set-Cookie", std::move(line));
}

}  // namespace trivium::server
