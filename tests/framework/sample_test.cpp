// The sample city is the first thing many people see: it has to be a table that could really have been filled in.
#include "framework/facets.hpp"
#include "places.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>

namespace trivium::framework {
namespace {

using nlohmann::json;

// Every scalar as the text it is written with, as a form would give it.
json texts_of(const YAML::Node& node) {
  if (node.IsMap()) {
    json object = json::object();
    for (const auto& entry : node) object[entry.first.Scalar()] = texts_of(entry.second);
    return object;
  }
  if (node.IsSequence()) {
    json list = json::array();
    for (const auto& one : node) list.push_back(texts_of(one));
    return list;
  }
  return node.IsNull() ? json{} : json(node.Scalar());
}

json as_texts(const json& value) {
  if (!value.is_structured()) return value.is_string() || value.is_null() ? value : json(value.dump());
  json same = value;
  for (auto& one : same) one = as_texts(one);
  return same;
}

const json& sample(const std::string& language) {
  static const auto read = [](const std::string& name) {
    return texts_of(YAML::LoadFile((data_folder() / "sample" / ("san-sebastian." + name + ".yaml")).string()));
  };
  static const std::map<std::string, json> both{{"en", read("en")}, {"es", read("es")}};
  return both.at(language);
}

const json& answers(const std::string& language, std::size_t round, std::size_t manager) {
  return sample(language)["rounds"][round]["assessments"][manager]["answers"];
}

void each_answer(const std::string& language,
                 const std::function<void(const std::string& task, const json& answer)>& look) {
  for (const auto& round : sample(language)["rounds"]) {
    for (const auto& assessment : round["assessments"]) {
      for (const auto& [task, answer] : assessment["answers"].items()) look(task, answer);
    }
  }
}

TEST_CASE("every answer of the sample city fits what its task asks for, in both languages") {
  for (const auto* language : {"en", "es"}) {
    each_answer(language, [&](const std::string& id, const json& answer) {
      CAPTURE(language);
      CAPTURE(id);
      const auto* task = shipped().task(id);
      REQUIRE(task != nullptr);
      const json given = answer.value("facets", json::object());
      const auto facets = read_facets(*task, given);
      if (!facets) {
        for (const auto& flaw : facets.error()) MESSAGE(flaw.pointer << " " << flaw.key);
      }
      REQUIRE(facets.has_value());
      // Canonical already: nothing was dropped, reordered or read as something else.
      CHECK(as_texts(*facets) == as_texts(given));
    });
  }
}

TEST_CASE("every answer of the sample city says something, and says how it stands in known words") {
  const std::set<std::string> standings{"answered", "not_known_yet", "does_not_apply", "rather_not_say"};
  const std::set<std::string> confidences{"guess", "experience", "evidence"};
  const std::set<std::string> members{"standing", "confidence", "notes", "evidence", "facets", "written_on"};
  for (const auto* language : {"en", "es"}) {
    each_answer(language, [&](const std::string& id, const json& answer) {
      CAPTURE(id);
      for (const auto& [member, value] : answer.items()) CHECK(members.contains(member));
      if (answer.contains("standing")) CHECK(standings.contains(answer["standing"]));
      else CHECK(answer.contains("notes"));  // in progress
      if (answer.contains("confidence")) CHECK(confidences.contains(answer["confidence"]));
      if (answer.value("standing", "") == "answered") CHECK((answer.contains("facets") || answer.contains("notes")));
    });
  }
}

// A table, round or network without what is said in words: keys, days, tasks and who said it.
json without_words(json told) {
  if (!told.is_structured()) return told;
  for (const auto* word : {"title", "name", "text", "place", "timetable", "issues", "solutions", "lessons", "question",
                           "answer", "answers", "translations"}) {
    if (told.is_object()) told.erase(word);
  }
  for (auto& part : told) part = without_words(part);
  return told;
}

TEST_CASE(
    "both languages tell of the same programmes: same days, steps, visits, questions and notes by the same people") {
  CHECK(without_words(sample("en")["network"]) == without_words(sample("es")["network"]));
  CHECK(without_words(sample("en")["rounds"]) == without_words(sample("es")["rounds"]));
  CHECK(sample("en")["network"]["people"].size() == 3);
  CHECK(sample("en")["rounds"][0]["conversations"].size() == 1);
  CHECK(sample("en")["rounds"][1]["conversations"].size() == 2);
}

TEST_CASE("both languages tell the same story: same people, same days, same tasks, same codes and figures") {
  const auto& framework = shipped();
  CHECK(sample("en")["managers"].size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(sample("en")["managers"][i]["key"] == sample("es")["managers"][i]["key"]);
    CHECK(sample("en")["managers"][i]["email"] == sample("es")["managers"][i]["email"]);
  }
  for (std::size_t round = 0; round < 2; ++round) {
    for (const auto* day : {"opened_on", "send_by"})
      CHECK(sample("en")["rounds"][round][day] == sample("es")["rounds"][round][day]);
    for (std::size_t manager = 0; manager < 2; ++manager) {
      const auto& english = answers("en", round, manager);
      const auto& spanish = answers("es", round, manager);
      REQUIRE(english.size() == spanish.size());
      for (const auto& [id, answer] : english.items()) {
        CAPTURE(id);
        REQUIRE(spanish.contains(id));
        CHECK(answer.value("standing", "") == spanish[id].value("standing", ""));
        CHECK(answer.value("confidence", "") == spanish[id].value("confidence", ""));
        CHECK(answer.value("written_on", "") == spanish[id].value("written_on", ""));
        CHECK(answer.contains("notes") == spanish[id].contains("notes"));
        CHECK(answer.value("facets", json{}).size() == spanish[id].value("facets", json{}).size());
        for (const auto& facet : framework.task(id)->facets) {
          if (facet.kind == Kind::number || facet.kind == Kind::year || facet.kind == Kind::rows) continue;
          const auto given = answer.value("facets", json::object()).value(facet.id, json{});
          if (given.is_string() && !facet.codes.empty()) CHECK(given == spanish[id]["facets"][facet.id]);
        }
      }
    }
  }
}

TEST_CASE("the first round is sent by both; in the second nobody has sent yet") {
  for (const auto& assessment : sample("en")["rounds"][0]["assessments"]) CHECK(assessment.contains("sent_on"));
  for (const auto& assessment : sample("en")["rounds"][1]["assessments"]) CHECK_FALSE(assessment.contains("sent_on"));
  CHECK(answers("en", 0, 0).size() == 32);
  CHECK(answers("en", 0, 1).size() == 28);
  CHECK(answers("en", 1, 0).size() == 21);
  CHECK(answers("en", 1, 1).size() == 11);
}

TEST_CASE("some answers have changed between the rounds, some are not known yet, some are only begun") {
  const auto& before = answers("en", 0, 0);
  const auto& now = answers("en", 1, 0);
  CHECK(before["A6"] != now["A6"]);
  CHECK(before["C10"]["facets"]["newcomers"] != now["C10"]["facets"]["newcomers"]);
  const auto stands = [&](const char* as) {
    return std::ranges::count_if(now, [&](const json& answer) { return answer.value("standing", "") == as; });
  };
  CHECK(stands("not_known_yet") == 2);
  CHECK(stands("") == 2);
}

TEST_CASE("in the second round one problem is on paper, one is unanswered, one is met from below") {
  const auto& now = answers("en", 1, 0);
  CHECK(now["A_sum"]["facets"]["demands"].size() == 3);
  const auto meant = [](const json& rows, const char* problem) {
    return std::ranges::any_of(rows, [&](const json& row) {
      const auto problems = row.value("problems", json::array());
      return std::ranges::find(problems, problem) != problems.end();
    });
  };
  const auto instrument = [&](const char* problem) {
    return meant(now["B3"]["facets"]["strategies"], problem) || meant(now["B4"]["facets"]["services"], problem);
  };
  const auto practice = [&](const char* problem) { return meant(now["C8"]["facets"]["practices"], problem); };
  CHECK((instrument("first") && !practice("first")));
  CHECK((!instrument("second") && !practice("second")));
  CHECK((!instrument("third") && practice("third")));
}

TEST_CASE("the sample says that it is an illustration and that its people are invented") {
  CHECK(sample("en")["illustration"].get<std::string>().starts_with("An illustration."));
  CHECK(sample("es")["illustration"].get<std::string>().starts_with("Una ilustración."));
  for (const auto& manager : sample("en")["managers"]) {
    CHECK(manager["email"].get<std::string>().ends_with("@example.org"));
    CHECK(manager["role"].get<std::string>().find("invented") != std::string::npos);
  }
  for (const auto& manager : sample("es")["managers"]) {
    CHECK(manager["role"].get<std::string>().find("inventada") != std::string::npos);
  }
}

}  // namespace
}  // namespace trivium::framework
