// Sixty mistakes that people and programs make: each is refused in the reader's language, at its field, with what was
// typed still there, and nothing is written.
#include "cases/town.hpp"
#include "words/words.hpp"

#include <doctest/doctest.h>

#include <filesystem>

namespace {

using namespace trivium;
using shape::Json;

struct Mistake {
  std::string what;
  std::string who;
  std::string path;
  std::string body;  // JSON, or a form as a browser sends it
  int status;
  std::string field = {};  // JSON pointer; "" where it is about the whole
  std::string kept = {};   // of a form: what was typed and must still be in the page
};

const std::string kA1 = "/assessments/{ana's table}/tasks/A1";
const std::string kLong(20'001, 'x');

std::string task(const std::string& id) { return "/assessments/{ana's table}/tasks/" + id; }
std::string facets(const std::string& json) { return R"({"revision": 0, "facets": )" + json + "}"; }

std::vector<Mistake> mistakes() {
  const std::string deep = "{\"facets\": " + std::string(70, '[') + std::string(70, ']') + "}";
  return {
      {"notes too long", "ana", kA1, R"({"revision": 0, "notes": ")" + kLong + "\"}", 422, "/notes"},
      {"notes too long in a form", "ana", kA1, "revision=0&notes=roads" + kLong, 422, "/notes", "roads"},
      {"evidence too long", "ana", kA1, "revision=0&notes=rails&evidence=" + kLong, 422, "/evidence", "rails"},
      {"a NUL in a form", "ana", kA1, "revision=0&notes=a%00b", 422, "/notes"},
      {"a NUL in JSON", "ana", kA1, R"({"revision": 0, "notes": "a\u0000b"})", 422},
      {"letters that are not UTF-8", "ana", kA1, "revision=0&notes=Donosti%E1", 422},
      {"half a letter in JSON", "ana", kA1, "{\"revision\": 0, \"notes\": \"\xC3\"}", 422},
      {"no revision", "ana", kA1, "notes=harbours", 422, "/revision", "harbours"},
      {"a revision in words", "ana", kA1, "revision=last&notes=harbours", 422, "/revision", "harbours"},
      {"a revision below nothing", "ana", kA1, R"({"revision": -1})", 422, "/revision"},
      {"a standing nobody knows", "ana", kA1, "revision=0&standing=sideways&notes=bridges", 422, "/standing",
       "bridges"},
      {"a confidence nobody knows", "ana", kA1, R"({"revision": 0, "confidence": "total"})", 422, "/confidence"},
      {"a language that is none", "ana", kA1, R"({"revision": 0, "language": "<script>"})", 422, "/language"},
      {"a number where words belong", "ana", kA1, R"({"revision": 0, "notes": 5})", 422, "/notes"},
      {"a list where words belong", "ana", kA1, R"({"revision": 0, "notes": ["x"]})", 422, "/notes"},
      {"a member nobody asked for", "ana", kA1, R"({"revision": 0, "colour": "red"})", 422, "/colour"},
      {"a facet the task has not", "ana", kA1, facets(R"({"colour": "red"})"), 422, "/facets/colour"},
      {"a column the rows have not", "ana", kA1, facets(R"({"activities": [{"colour": "red"}]})"), 422,
       "/facets/activities/0/colour"},
      {"facets that are a word", "ana", kA1, facets(R"("red")"), 422, "/facets"},
      {"rows that are a word", "ana", kA1, facets(R"({"activities": "red"})"), 422, "/facets/activities"},
      {"a text too long in a row", "ana", kA1,
       "revision=0&notes=tunnels&facets/activities/0/name=" + std::string(501, 'x'), 422, "/facets/activities/0/name",
       "tunnels"},
      {"a number in words", "ana", task("C3"), "revision=0&facets/firms=many&notes=on+Mondays", 422, "/facets/firms",
       "on Mondays"},
      {"a number too large", "ana", task("C3"), facets(R"({"firms": 5000})"), 422, "/facets/firms"},
      {"a number below nothing", "ana", task("C3"), facets(R"({"firms": -1})"), 422, "/facets/firms"},
      {"not a number", "ana", task("C3"), "revision=0&facets/firms=nan&notes=ferries", 422, "/facets/firms", "ferries"},
      {"half a weight", "ana", task("A_sum"), facets(R"({"demands": [{"text": "x", "weight": 2.5}]})"), 422,
       "/facets/demands/0/weight"},
      {"a year with two digits", "ana", task("A8"), "revision=0&facets/trigger_year=99&notes=ferries", 422,
       "/facets/trigger_year", "ferries"},
      {"a year in words", "ana", task("A8"), facets(R"({"trigger_year": "long ago"})"), 422, "/facets/trigger_year"},
      {"a stage nobody knows", "ana", task("A8"), facets(R"({"stage": "sideways"})"), 422, "/facets/stage"},
      {"a fourth key problem", "ana", task("A_sum"),
       facets(R"({"demands": [{"text": "1"}, {"text": "2"}, {"text": "3"}, {"text": "4"}]})"), 422, "/facets/demands"},
      {"the same row twice", "ana", task("A_sum"),
       facets(R"({"demands": [{"id": "x", "text": "1"}, {"id": "x", "text": "2"}]})"), 422, "/facets/demands/1/id"},
      {"a row with a strange id", "ana", task("A_sum"), facets(R"({"demands": [{"id": "../x", "text": "1"}]})"), 422,
       "/facets/demands/0/id"},
      {"a line too long", "ana", task("A2"), "revision=0&notes=ferries&facets/leaders=" + std::string(501, 'x'), 422,
       "/facets/leaders", "ferries"},
      {"an entry of one's own too long", "ana", task("A8"),
       facets(R"({"stage": {"own": ")" + std::string(201, 'x') + "\"}}"), 422, "/facets/stage/own"},
      {"a ranking with one thing twice", "ana", task("A3"), facets(R"({"sources": ["universities", "universities"]})"),
       422, "/facets/sources/1"},
      {"a task that is none", "ana", task("Z9"), R"({"revision": 0})", 404},
      {"somebody else's table", "ana", "/assessments/{bo's table}/tasks/A1", R"({"revision": 0, "notes": "x"})", 404},
      {"a table of another city", "ana", "/assessments/{eva's table}/tasks/A1", R"({"revision": 0, "notes": "x"})",
       404},
      {"sending somebody else's table", "ana", "/assessments/{bo's table}/send", "{}", 404},
      {"broken JSON", "ana", kA1, R"({"revision": 0, "notes": "x)", 422},
      {"a JSON list", "ana", kA1, R"([1, 2])", 422},
      {"JSON nested too deep", "ana", kA1, deep, 422},
      {"a body without end", "ana", kA1, "{\"notes\": \"" + std::string(1'100'000, 'x') + "\"}", 413},
      {"a link from a row that is not there", "ana", "/assessments/{ana's table}/links",
       "kind=carries&from_row=x&to_row=y", 422, "/from_row"},
      {"a link of no kind", "ana", "/assessments/{ana's table}/links",
       R"({"kind": "loves", "from_row": "x", "to_row": "y"})", 422, "/kind"},
      {"a translation that says nothing", "ana", "/assessments/{ana's table}/cases/brest/translation",
       "revision=0&same=+&different=&would_have_to_be_true=", 422, "/same"},
      {"a translation too long", "ana", "/assessments/{ana's table}/cases/brest/translation",
       "revision=0&same=" + kLong + "&different=lighthouses", 422, "/same", "lighthouses"},
      {"a translation without a revision", "ana", "/assessments/{ana's table}/cases/brest/translation",
       "same=lighthouses", 422, "/revision", "lighthouses"},
      {"a translation of no case", "ana", "/assessments/{ana's table}/cases/atlantis/translation",
       R"({"revision": 0, "same": "x"})", 404},
      {"an outcome nobody knows", "eva", "/assessments/{eva's table}/translations/{eva's translation}/outcome",
       "revision=0&outcome=sideways&what_happened=lighthouses", 422, "/outcome", "lighthouses"},
      {"no outcome ticked", "eva", "/assessments/{eva's table}/translations/{eva's translation}/outcome",
       "revision=0&what_happened=lighthouses", 422, "/outcome", "lighthouses"},
      {"an outcome of somebody else's translation", "ana",
       "/assessments/{ana's table}/translations/{eva's translation}/outcome",
       R"({"revision": 0, "outcome": "not_tried"})", 404},
      {"a case without a title", "ana", "/clusters/{Lund's cluster}/cases",
       "kind=failure&title=+&situation=lighthouses&what_was_done=x", 422, "/title", "lighthouses"},
      {"a case of no kind", "ana", "/clusters/{Lund's cluster}/cases",
       "kind=miracle&title=X&situation=lighthouses&what_was_done=x", 422, "/kind", "lighthouses"},
      {"a case of a stage nobody knows", "ana", "/clusters/{Lund's cluster}/cases",
       "kind=failure&title=X&situation=lighthouses&what_was_done=x&stages/-=sideways", 422, "/stages", "lighthouses"},
      {"a case that tells nothing", "ana", "/clusters/{Lund's cluster}/cases",
       R"({"kind": "practice", "title": "X", "situation": "x"})", 422, "/what_was_done"},
      {"a change of somebody else's case", "bo", "/clusters/{Lund's cluster}/cases/{ana's case}",
       R"({"revision": 1, "kind": "path", "title": "X", "situation": "x", "what_was_done": "x"})", 403},
      {"a wrong password", "nobody", "/sign-in", "email=ana%40example.org&password=wrong", 422, "/email",
       "ana@example.org"},
      {"an address that is none", "nobody", "/sign-in", "email=ana&password=x", 422, "/email", "ana"},
      {"a new password too short", "ana", "/account/password", "current=ana's password&password=short", 422,
       "/password"},
      {"the present password wrong", "ana", "/account/password", "current=wrong&password=a+long+enough+one", 422,
       "/current"},
      {"an invitation without an address", "hedda", "/clusters/{Lund's cluster}/invitations",
       "name=Nils+Holg&email=nils&role=coach", 422, "/email", "Nils Holg"},
      {"an invitation without a name", "hedda", "/clusters/{Lund's cluster}/invitations",
       "name=+&email=nils2%40example.org&role=coach", 422, "/name", "nils2@example.org"},
      {"an invitation to be a king", "hedda", "/clusters/{Lund's cluster}/invitations",
       "name=Nils&email=nils3%40example.org&role=king", 422, "/role", "nils3@example.org"},
      {"a cluster without a city", "hedda", "/clusters", "city=&country=Sweden&name=Furniture", 422, "/city",
       "Furniture"},
      {"a round without a title", "hedda", "/clusters/{Lund's cluster}/rounds", "title=&send_by=2099-01-01", 422,
       "/title", "2099-01-01"},
      {"a day that is none", "hedda", "/clusters/{Lund's cluster}/rounds", "title=Winter+round&send_by=2099-02-30", 422,
       "/send_by", "Winter round"},
      {"a manager who invites", "ana", "/clusters/{Lund's cluster}/invitations",
       R"({"name": "X", "email": "x@example.org", "role": "coach"})", 403},
      {"a round that is none", "ana", "/rounds/{Umeå's round}/assessments", R"({"started_from": "A"})", 404},
      {"a table started from nowhere", "ana", "/rounds/{the round}/assessments", R"({"started_from": "D"})", 422,
       "/started_from"},
      {"a link to join that is used up", "nobody", "/join", "key=used&name=X&password=a+long+enough+one", 410},
      {"a set-up link that is used up", "nobody", "/first-run/setup",
       R"({"key": "used", "name": "X", "email": "x@example.org", "password": "a long enough one"})", 410},
      {"an import that is no table", "ana", "/import",
       R"({"assessment": "{ana's table}", "table": {"format": "other"}})", 422, "/table"},
      {"an import into somebody else's table", "ana", "/import",
       R"({"assessment": "{bo's table}", "table": {"format": "trivium.table"}})", 422},
      {"a language that is not spoken", "ana", "/language", R"({"language": "xx"})", 422, "/language"},
      {"nobody saves", "nobody", kA1, R"({"revision": 0, "notes": "x"})", 401},
  };
}

// Everything that can be written by those above, as it stands.
std::string everything(cases::Town& town) {
  std::string all;
  for (const char* who : {"ana", "bo", "eva"}) {
    auto exported = Json::parse(town.ask(who, "GET", "/export", "application/json", "").body);
    exported.erase("exported_at");
    for (auto& table : exported["tables"]) table.erase("exported_at");
    // That somebody asked is noted, also where she was refused.
    for (const char* noted : {"trail", "refused_sign_ins"}) exported["kept"].erase(noted);
    all += exported.dump();
  }
  for (const char* path : {"/clusters", "/clusters/{Lund's cluster}"})
    all += town.ask("hedda", "GET", town.with_ids(path), "application/json", "").body;
  for (const char* path : {"/clusters/{Lund's cluster}/cases", "/clusters/{Lund's cluster}/cases/{ana's case}"})
    all += town.ask("ana", "GET", town.with_ids(path), "application/json", "").body;
  all += town.ask("ana", "GET", town.with_ids("/assessments/{ana's table}/fit"), "application/json", "").body;
  return all;
}

// What a person does not say.
void check_plain(const std::string& sentence) {
  CHECK_FALSE(sentence.empty());
  for (const char* jargon : {"[flaw.", "[refusal.", "std::", "SQL", "sql", "exception", "null", "parse", "0x"}) {
    CAPTURE(sentence);
    CHECK_MESSAGE(sentence.find(jargon) == std::string::npos, jargon);
  }
}

std::string as_html(std::string text) {
  for (const auto& [plain, escaped] : std::vector<std::pair<std::string, std::string>>{
           {"&", "&amp;"}, {"\"", "&quot;"}, {"<", "&lt;"}, {">", "&gt;"}, {"'", "&apos;"}}) {
    for (auto at = text.find(plain); at != std::string::npos; at = text.find(plain, at + escaped.size()))
      text.replace(at, plain.size(), escaped);
  }
  return text;
}

}  // namespace

TEST_CASE(
    "sixty mistakes, in English and Spanish: a plain sentence at the field, what was typed kept, nothing written") {
  cases::Town town{""};
  const auto before = everything(town);
  REQUIRE(mistakes().size() >= 60);
  std::map<std::string, std::string> said_in_english;
  for (const std::string language : {"en", "es"}) {
    town.language = language;
    town.address = language == "en" ? "192.0.2.1" : "192.0.2.2";  // wrong passwords are counted by address
    for (const auto& mistake : mistakes()) {
      CAPTURE(language);
      CAPTURE(mistake.what);
      const auto path = town.with_ids(mistake.path);
      const auto body = town.with_ids(mistake.body);
      const auto answer = town.ask(mistake.who, "POST", path, "application/json", body);
      CAPTURE(answer.body.substr(0, 400));
      CHECK(answer.status == mistake.status);
      const auto refusal = Json::parse(answer.body, nullptr, false);
      REQUIRE(refusal.is_object());
      check_plain(refusal.value("title", ""));
      std::string sentence = refusal.value("title", "");
      bool at_its_field = mistake.field.empty();
      for (const auto& flaw : refusal["flaws"]) {
        check_plain(flaw["message"]);
        if (flaw["pointer"] != mistake.field) continue;
        at_its_field = true;
        sentence = flaw["message"];
      }
      CHECK(at_its_field);
      if (language == "en") said_in_english[mistake.what] = sentence;
      else CHECK(sentence != said_in_english[mistake.what]);

      const auto page = town.ask(mistake.who, "POST", path, "text/html", body);
      if (page.status == 303) continue;  // to sign in
      CHECK(page.status == mistake.status);
      CHECK(page.body.find("lang=\"" + language + "\"") != std::string::npos);
      if (!mistake.field.empty()) CHECK(page.body.find(as_html(sentence)) != std::string::npos);
      if (!mistake.kept.empty()) CHECK(page.body.find(as_html(mistake.kept)) != std::string::npos);
    }
  }
  town.language = "en";
  CHECK(everything(town) == before);
}

TEST_CASE("a save on an older text shows both and keeps what was typed, as a page and as JSON") {
  cases::Town town{""};
  const auto path = town.with_ids(kA1);
  REQUIRE(town.ask("ana", "POST", path, "application/json", R"({"revision": 0, "notes": "the first"})").status == 200);
  const auto before = everything(town);
  const auto page = town.ask("ana", "POST", path, "text/html", "revision=0&notes=the+second");
  CHECK(page.status == 409);
  CHECK(page.body.find("the first") != std::string::npos);
  CHECK(page.body.find("the second") != std::string::npos);
  const auto answer = town.ask("ana", "POST", path, "application/json", R"({"revision": 0, "notes": "the second"})");
  CHECK(answer.status == 409);
  CHECK(answer.body.find("the first") != std::string::npos);
  CHECK(everything(town) == before);
}
