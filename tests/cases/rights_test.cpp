// The matrix of rights: every route of the router, asked as everybody, against what rights.txt states.
#include "cases/town.hpp"
#include "shape/json.hpp"
#include "shape/text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

namespace {

using namespace trivium;
using shape::Json;

// How far Mona's table is. In each of them everybody asks everything.
enum class State { before, sent, opened };
constexpr std::array kStates{State::before, State::sent, State::opened};

struct Right {
  std::string route;    // "GET /assessments/{assessment}"
  std::string address;  // as it is asked, with names for ids
  std::string body;
  std::array<std::string, kStates.size()> letters;  // in each state, one for each of those who ask
};

struct Rights {
  std::vector<std::string> who;
  std::vector<Right> rows;
};

std::vector<std::string> parts_of(const std::string& line) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (auto bar = line.find(" | "); bar != std::string::npos; bar = line.find(" | ", from)) {
    parts.push_back(shape::trimmed(line.substr(from, bar - from)));
    from = bar + 3;
  }
  parts.push_back(shape::trimmed(line.substr(from)));
  return parts;
}

Rights stated() {
  Rights rights;
  std::ifstream file{std::filesystem::path{TRIVIUM_SOURCE_DIR} / "tests/cases/rights.txt"};
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    auto parts = parts_of(line);
    if (parts.front() == "who") {
      std::istringstream names{parts.at(1)};
      for (std::string name; names >> name;) rights.who.push_back(name);
      continue;
    }
    REQUIRE_MESSAGE(parts.size() == 6, line);
    rights.rows.push_back({parts[0], parts[1], parts[2], {parts[3], parts[4], parts[5]}});
  }
  return rights;
}

char letter(int status) {
  switch (status) {
    case 200:
    case 303:
    case 503: return 'y';  // 503: a document would be written, if there were a pandoc
    case 401: return 's';
    case 403: return 'f';
    case 404: return 'n';
    case 409:
    case 410:
    case 422:
    case 429: return 'p';
    default: return '!';
  }
}

// The town, and what has been written in it so that every route has something to be asked about.
class Ground {
 public:
  explicit Ground(State state) : town{"", false} {
    write("mona", "/assessments/{mona's table}/tasks/B4",
          R"({"revision": 0, "facets": {"services": [{"id": "s1", "text": "A fair", "kind": "match_making"}]}})");
    write(
        "mona", "/assessments/{mona's table}/tasks/C8",
        R"({"revision": 0, "facets": {"practices": [{"id": "p1", "text": "only mona says", "kind": "one_to_one"}]}})");
    write("mona", "/assessments/{mona's table}/links", R"({"kind": "carries", "from_row": "p1", "to_row": "s1"})");
    const auto fit = read("mona", "/assessments/{mona's table}/fit");
    for (const auto& line : fit.at("lines")) {
      if (line.at("link").is_string()) known["mona's link"] = line.at("link");
    }
    const auto told = write("mona", "/clusters/{Malmö's cluster}/cases",
                            R"({"kind": "failure", "title": "T", "situation": "S", "what_was_done": "W"})");
    known["mona's case"] = told.at("own_case");
    known["mona's export"] = read("mona", "/assessments/{mona's table}/export").dump();
    write("hedda", "/clusters/{Malmö's cluster}/invitations",
          R"({"name": "Coach", "email": "one.more@example.org", "role": "coach"})");
    known["Malmö's invitation"] = read("hedda", "/clusters/{Malmö's cluster}").at("invitations").at(0).at("invitation");
    const auto invited = write("hedda", "/networks/{West}/invitations",
                               R"({"name": "guest", "email": "guest@example.org", "role": "observer"})");
    const std::string link = invited.at("invitation_link");
    write("nobody", "/join",
          R"({"name": "guest", "password": "a long password", "key": ")" + link.substr(link.find("key=") + 4) + "\"}");
    const auto network = read("hedda", "/networks/{West}");
    for (const auto& person : network.at("people")) {
      if (person.at("name") == "guest") known["guest's role"] = person.at("may_end");
    }
    const auto begun = write("mats", "/rounds/{Malmö's round}/assessments", R"({"started_from": "A"})");
    known["mats's table"] = begun.at("assessment");
    write("mats", "/assessments/{mats's table}/send", "{}");
    others_come();
    if (state == State::before) return;
    write("mona", "/assessments/{mona's table}/closing",
          R"({"revision": 0, "issues": "only mona says", "then": "hand_in"})");
    write("mona", "/assessments/{mona's table}/send", "{}");
    if (state == State::opened)
      write("mona", "/assessments/{mona's table}/sharing", R"({"with_city": true, "compared": false})");
  }

  server::Response ask(const std::string& who, const std::string& method, const std::string& address,
                       const std::string& body) {
    return town.ask(who, method, filled(address), "application/json", filled(body));
  }

  [[nodiscard]] std::string filled(std::string text) const {
    for (const auto& [name, value] : known) {
      const std::string mark = "{" + name + "}";
      for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark))
        text.replace(at, mark.size(), value);
    }
    return town.with_ids(text);
  }

  cases::Town town;

 private:
  // Saga coordinates the other city. Mira manages another cluster of Malmö in the same programme and has sent hers.
  // Rita managed Mona's cluster, sent hers and left. Gone is where Mona was signed in once.
  void others_come() {
    invite("/networks/{West}/invitations", "saga", R"("role": "coordinator", "in_city": "{Visby}")");
    write("lena", "/programmes/{West's programme}/clusters", R"({"in_city": "{Malmö}", "name": "Sound"})");
    const auto clusters = read("hedda", "/clusters").at("clusters");
    known["Sound"] =
        std::ranges::find_if(clusters, [](const Json& one) { return one.at("name") == "Sound"; })->at("cluster");
    invite("/clusters/{Sound}/invitations", "mira", R"("role": "manager")");
    known["Sound's round"] = read("mira", "/clusters/{Sound}").at("rounds").at(0).at("round");
    sends_one("mira", "/rounds/{Sound's round}/assessments");
    invite("/clusters/{Malmö's cluster}/invitations", "rita", R"("role": "manager")");
    sends_one("rita", "/rounds/{Malmö's round}/assessments");
    const auto cluster = read("rita", "/clusters/{Malmö's cluster}");
    for (const auto& person : cluster.at("people")) {
      if (person.at("name") == "rita") known["rita's role"] = person.at("may_end");
    }
    write("rita", "/roles/{rita's role}/end", "{}");
    town.comes_in("gone",
                  ask("nobody", "POST", "/sign-in", R"({"email": "mona@example.org", "password": "mona's password"})"));
    write("gone", "/sign-out", "{}");
  }

  void invite(const std::string& address, const std::string& who, const std::string& as) {
    const auto invited =
        write("hedda", address, R"({"name": ")" + who + R"(", "email": ")" + who + R"(@example.org", )" + as + "}");
    const std::string link = invited.at("invitation_link");
    town.comes_in(who, ask("nobody", "POST", "/join",
                           R"({"name": ")" + who + R"(", "password": "a long password", "key": ")" +
                               link.substr(link.find("key=") + 4) + "\"}"));
  }

  void sends_one(const std::string& who, const std::string& round) {
    const auto begun = write(who, round, R"({"started_from": "A"})");
    write(who, "/assessments/" + begun.at("assessment").get<std::string>() + "/send", "{}");
  }

  Json write(const std::string& who, const std::string& address, const std::string& body) {
    const auto response = ask(who, "POST", address, body);
    REQUIRE_MESSAGE(response.status == 200, address << " " << response.body);
    return Json::parse(response.body);
  }

  Json read(const std::string& who, const std::string& address) {
    const auto response = ask(who, "GET", address, "");
    REQUIRE_MESSAGE(response.status == 200, address << " " << response.body);
    return Json::parse(response.body);
  }

  std::map<std::string, std::string> known;
};

// Reading first, then writing, and at the end what takes something away from whoever asks next.
int turn_of(const std::string& route) {
  constexpr std::array<std::string_view, 8> kLast{
      "/send",    "/remove", "/withdraw", "/roles/{role}/end", "/password", "/sample/remove", "/sessions/{session}/end",
      "/sign-out"};
  if (route.starts_with("GET")) return 0;
  const auto last = std::ranges::find_if(kLast, [&](std::string_view end) { return route.ends_with(end); });
  return last == kLast.end() ? 1 : 2 + static_cast<int>(last - kLast.begin());
}

// The letters as they are, by route.
std::map<std::string, std::string> found(const Rights& rights, State state) {
  Ground ground{state};
  std::vector<const Right*> order;
  for (const auto& row : rights.rows) order.push_back(&row);
  std::ranges::stable_sort(order, {}, [](const Right* row) { return turn_of(row->route); });
  std::map<std::string, std::string> letters;
  for (const auto& who : rights.who) {
    for (const Right* row : order) {
      const std::string method = row->route.substr(0, row->route.find(' '));
      letters[row->route] += letter(ground.ask(who, method, row->address, row->body).status);
    }
  }
  return letters;
}

TEST_CASE(
    "every route does for everybody what the matrix of rights states: Mona's table hers, sent, open to the city") {
  const auto rights = stated();
  std::array<std::map<std::string, std::string>, kStates.size()> is;
  for (std::size_t i = 0; i < kStates.size(); ++i) is.at(i) = found(rights, kStates.at(i));
  std::size_t cells = 0;
  for (const auto& row : rights.rows) {
    CAPTURE(row.route);
    std::string line = row.route + " | " + row.address + " | " + row.body;
    for (std::size_t i = 0; i < kStates.size(); ++i) {
      CHECK(row.letters.at(i) == is.at(i).at(row.route));
      cells += row.letters.at(i).size();
      line += " | " + is.at(i).at(row.route);
    }
    // To be read with care before it becomes what is stated.
    if (std::getenv("TRIVIUM_SAY_RIGHTS") != nullptr) std::cout << line << "\n";
  }
  MESSAGE(rights.rows.size(), " routes, ", rights.who.size(), " people, ", kStates.size(), " states, ", cells,
          " cells");
  CHECK(cells >= 1500);
}

TEST_CASE("every route has a row in the matrix of rights, and no row is left over") {
  const cases::Town town{"", false};
  std::set<std::string> routes;
  for (const auto& route : town.routes()) routes.insert(route.method + " " + route.path);
  std::set<std::string> rows;
  for (const auto& row : stated().rows) rows.insert(row.route);
  CHECK(routes == rows);
}

}  // namespace
