// Whatever is sent to whichever address: an answer in words, never a fault of ours, and no word without a sentence.
#include "cases/town.hpp"
#include "server/match.hpp"
#include "shape/by_chance.hpp"

#include <doctest/doctest.h>

namespace {

using namespace trivium;
using shape::Json;

std::vector<Json> odd_values() {
  std::string deep;
  for (int i = 0; i < 90; ++i) deep += "[";
  for (int i = 0; i < 90; ++i) deep += "]";
  return {nullptr,
          true,
          -1,
          0,
          1e308,
          9'223'372'036'854'775'807,
          "",
          " ",
          "x",
          "\n",
          "2026-13-45",
          "0001-01-01",
          Json::array(),
          Json::object(),
          {{"0", {{"text", "x"}}}},
          {{"own", {{"own", "x"}}}},
          {1, nullptr, "x"},
          {{{"id", 5}}},
          Json::parse(deep),
          std::string(30'000, 'x'),
          "{{name}}",
          "<script>",
          "' or 1=1 --"};
}

// The members an address asks for, each with the same odd value; then each alone beside good neighbours of other kinds.
std::vector<Json> odd_bodies(const server::Route& route) {
  std::vector<Json> bodies{Json::object(), {{"nobody asked for this", 1}}};
  const auto properties = route.input.value("properties", Json::object());
  for (const auto& value : odd_values()) {
    Json all = Json::object();
    for (const auto& [name, schema] : properties.items()) all[name] = value;
    bodies.push_back(all);
    for (const auto& [name, schema] : properties.items()) {
      bodies.push_back({{name, value}});
      if (route.input.contains("required") && name == "facets")
        bodies.push_back({{"revision", 0}, {name, {{"known", value}}}});
    }
  }
  return bodies;
}

// As a browser would send it: nested members as a/b, everything a text.
void flatten(const Json& value, const std::string& name, std::string& form) {
  if (value.is_structured() && !value.empty()) {
    for (const auto& [key, part] : value.items()) flatten(part, name.empty() ? key : name + "/" + key, form);
    return;
  }
  const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  if (!form.empty()) form += "&";
  for (const char c : name + "=" + text) {
    if (c == '&' || c == '%' || c == '+' || c == '\n') form += "%20";
    else form += c == ' ' ? '+' : c;
  }
}

void check_words(const server::Response& response) {
  CHECK(response.status < 500);
  for (const char* mark : {"[flaw.", "[refusal.", "[title.", "json.exception", "SQL", "std::"}) {
    CAPTURE(response.body.substr(0, 400));
    CHECK_MESSAGE(response.body.find(mark) == std::string::npos, mark);
  }
}

}  // namespace

TEST_CASE("nothing that is sent makes an address fail") {
  cases::Town town{""};
  for (const auto& route : town.routes()) {
    // Documents have tests of their own and take their time; signing out would end the game.
    if (!route.download.empty() || route.path == "/sign-out") continue;
    std::string path = route.path;
    for (const auto& [name, id] : std::vector<std::pair<std::string, std::string>>{{"{assessment}", "{ana's table}"},
                                                                                   {"{task}", "B3"},
                                                                                   {"{cluster}", "{Lund's cluster}"},
                                                                                   {"{round}", "{the round}"},
                                                                                   {"{told_case}", "brest"},
                                                                                   {"{own_case}", "{ana's case}"}}) {
      if (const auto at = path.find(name); at != std::string::npos) path.replace(at, name.size(), id);
    }
    path = town.with_ids(path);
    CAPTURE(route.method + " " + path);
    for (const char* who : {"nobody", "ana"}) {
      if (route.method == "GET") {
        for (const auto& body : odd_bodies(route)) {
          std::string query;
          flatten(body, "", query);
          if (query.size() < 7'000) check_words(town.ask(who, "GET", path + "?" + query, "text/html", ""));
        }
        continue;
      }
      for (const auto& body : odd_bodies(route)) {
        CAPTURE(body.dump().substr(0, 200));
        check_words(town.ask(who, "POST", path, "application/json", body.dump()));
        std::string form;
        flatten(body, "", form);
        check_words(town.ask(who, "POST", path, "text/html", form));
      }
    }
  }
}

TEST_CASE("broken bytes are refused with a sentence, whatever they were meant to be") {
  cases::Town town{""};
  const auto path = town.with_ids("/assessments/{ana's table}/tasks/A1");
  by_chance::Chance chance{5};
  std::vector<std::string> bodies{"{",
                                  "{}x",
                                  "{\"a\":}",
                                  "{\"revision\":0,\"notes\":\"\xFF\"}",
                                  "{\"revision\":0,\"revision\":1}",
                                  "notes=%FF",
                                  "notes=%0",
                                  "notes=a%00b",
                                  "notes=a\xC3",
                                  std::string(2'000'000, 'x'),
                                  "{" + std::string(500'000, '[')};
  for (int i = 0; i < 300; ++i) bodies.push_back("{" + by_chance::bytes(chance, 60));
  for (int i = 0; i < 300; ++i) bodies.push_back(by_chance::bytes(chance, 60));
  for (const auto& body : bodies) {
    const auto response = town.ask("ana", "POST", path, "text/html", body);
    CAPTURE(body.substr(0, 80));
    check_words(response);
    CHECK(response.status >= 400);
  }
}
