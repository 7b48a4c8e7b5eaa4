// A town in which Pia has written into every column somebody can write into: a canary in each, named after its table
// and column. Which columns there are is asked of the schema, so one that is added later fails until it has its place
// here.
#pragma once

#include "personal/held.hpp"
#include "store/copy.hpp"
#include "triangle/town.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace trivium::personal {

struct ColumnOf {
  std::string name;
  std::string type;
};
TRIVIUM_SHAPE(ColumnOf, name, type)

// As the migrations make them on SQLite.
inline std::map<std::string, std::vector<ColumnOf>> columns_by_table() {
  const FreshDatabase fresh{std::nullopt};
  const store::Store store{{.url = fresh.url, .readers = 1}};
  std::map<std::string, std::vector<ColumnOf>> all;
  store.read([&](store::Session& session) {
    for (const auto& table : store::tables())
      all[table] = session.rows<ColumnOf>("select {} from pragma_table_info(:table_name)", {{"table_name", table}});
    return true;
  });
  return all;
}

inline std::string canary(const std::string& table, const std::string& column) {
  return "qzxk-" + table + "-" + column + "-";
}

class Planted {
 public:
  explicit Planted(store::Store& store) : columns_{columns_by_table()} {
    store.write([&](store::Session& session) { settle(session); });
  }

  access::PersonId pia{shape::new_uuid()};
  access::PersonId omar{};
  std::vector<std::pair<std::string, std::string>> birds;  // table and column of each canary

 private:
  // Columns in which nobody writes words: ids, references, days, choices from a list, hashes.
  static bool holds_words(const std::string& column) {
    static const std::set<std::string> kNone{
        "id",           "person",      "cluster",    "network",    "city",         "role",        "since",
        "until",        "key_hash",    "invited_by", "instead_of", "round",        "task",        "assessment",
        "started_from", "last_task",   "standing",   "confidence", "written_by",   "kind",        "strength",
        "drawn_by",     "stages",      "mechanisms", "tasks",      "told_case",    "translation", "outcome",
        "decimal",      "with_person", "heard",      "begun_by",   "conversation", "programme",   "told_by",
        "changed_by",   "password",    "reach",      "set_by",     "at",           "on_day"};
    return !kNone.contains(column) && !column.ends_with("_at") && !column.ends_with("_on");
  }

  void settle(store::Session& session) {
    triangle::settle_person(session, "Hedda", true);
    omar = triangle::settle_person(session, "Omar");
    const auto cluster = triangle::settle_cluster(session, "Lund", "Food");
    const auto round = triangle::settle_round(session, cluster, "2026-09-01");
    known_ = {{"cluster", cluster.text}, {"round", round.text}};
    session.run("insert into networks (id, name, illustration, created_at) values ('net', 'West', 0, :now)",
                {{"now", triangle::kMorning}});
    session.run(
        "insert into programmes (id, network, title, most_managers, opened_on) values ('pro', 'net', 'P', 4, "
        "'2026-01-01')");
    for (const auto& table : store::tables()) {
      const auto found = std::ranges::find(held(), table, &Held::table);
      if (found != held().end() && !found->whose.empty() && table != "trail") plant(session, table);
    }
  }

  void plant(store::Session& session, const std::string& table) {
    std::vector<store::Param> params;
    std::string names;
    std::string marks;
    const std::string id = table == "people" ? pia.text : shape::new_uuid();
    for (const auto& [column, type] : columns_.at(table)) {
      auto value = value_of(table, column, type, id);
      if (!value) continue;  // null
      names += (names.empty() ? "" : ", ") + column;
      marks += (marks.empty() ? ":" : ", :") + column;
      params.emplace_back(std::string_view{*kept_names_.insert(column).first}, *value);
    }
    session.run("insert into " + table + " (" + names + ") values (" + marks + ")", params);
    if (table == "roles" || table == "initiatives") known_[table] = id;
    if (table == "assessments") known_["assessment"] = id;
    if (table == "translations") known_["translation"] = id;
    if (table == "conversations") known_["conversation"] = id;
  }

  std::optional<std::string> value_of(const std::string& table, const std::string& column, const std::string& type,
                                      const std::string& id) {
    static const std::set<std::string> kNull{"network",      "city",     "until",     "instead_of",  "accepted_at",
                                             "withdrawn_at", "ended_at", "erased_on", "resolved_at", "within"};
    static const std::map<std::string, std::string> kChosen{{"invitations.email", "qzxk-people-email-"},
                                                            {"refused_sign_ins.email", "qzxk-people-email-"},
                                                            {"roles.role", "manager"},
                                                            {"invitations.role", "manager"},
                                                            {"assessments.started_from", "A"},
                                                            {"links.kind", "addresses"},
                                                            {"links.strength", "direct"},
                                                            {"own_cases.kind", "failure"},
                                                            {"own_cases.stages", "[]"},
                                                            {"own_cases.mechanisms", "[]"},
                                                            {"own_cases.tasks", "[]"},
                                                            {"translations.told_case", "x"},
                                                            {"translation_outcomes.outcome", "not_tried"},
                                                            {"cluster_numbers.decimal", "point"},
                                                            {"conversations.heard", "coaches"},
                                                            {"told_to_all.programme", "pro"},
                                                            {"retention.reach", "net"},
                                                            {"retention.days", "400"},
                                                            {"visits.on_day", "2027-05-05"},
                                                            {"people.hosts", "0"},
                                                            {"people.illustration", "0"},
                                                            {"reminders.duty", "table"},
                                                            {"reminders.about", "pro"},
                                                            {"reminders.last_day", "2027-05-05"}};
    if (column == "id") return id;
    if (kNull.contains(column)) return std::nullopt;
    if (const auto chosen = kChosen.find(table + "." + column); chosen != kChosen.end()) return chosen->second;
    if (table == "initiatives_of_roles") return known_.at(column == "role" ? "roles" : "initiatives");
    if (const auto known = known_.find(column); known != known_.end()) return known->second;
    if (type == "INTEGER") return "1";
    if (column.ends_with("_at") || column == "at" || column == "since") return "2026-09-20T08:00:00.000Z";
    if (column.ends_with("_on")) return "2026-09-20";
    if (column == "task" || column == "last_task") return "A1";
    if (column == "standing") return "answered";
    if (column == "confidence") return "guess";
    if (column == "key_hash" || column == "password") return table + id;
    static const std::set<std::string> kPia{"person",  "written_by", "drawn_by", "begun_by",  "with_person",
                                            "told_by", "changed_by", "set_by",   "invited_by"};
    if (kPia.contains(column)) return pia.text;
    REQUIRE_MESSAGE(holds_words(column),
                    table << "." << column << " has no value here: give it one, or say it holds none");
    birds.emplace_back(table, column);
    const auto bird = canary(table, column);
    return column == "facets" ? "{\"x\": \"" + bird + "\"}" : bird;
  }

  std::map<std::string, std::vector<ColumnOf>> columns_;
  std::map<std::string, std::string> known_;
  std::set<std::string> kept_names_;
};

// What belongs to a cluster or a network together, whoever wrote it last: it stays when she goes.
inline bool stays(const std::string& table) {
  return table == "visits" || table == "cluster_numbers" || table == "initiatives";
}

// Every byte of the data folder, with the write-ahead log and its index.
inline std::string bytes_in(const std::filesystem::path& folder) {
  std::string all;
  for (const auto& file : std::filesystem::recursive_directory_iterator{folder}) {
    if (!file.is_regular_file()) continue;
    std::ifstream stream{file.path(), std::ios::binary};
    all.append(std::istreambuf_iterator<char>{stream}, {});
  }
  return all;
}

// Every row of every table, as text.
inline std::string rows_in(const store::Store& store) {
  static const auto columns = columns_by_table();
  std::string all;
  store.read([&](store::Session& session) {
    for (const auto& [table, named] : columns) {
      std::string list;
      for (const auto& column : named) list += (list.empty() ? "cast(" : ", cast(") + column.name + " as text)";
      const std::vector<store::Kind> kinds(named.size(), store::Kind::text);
      session.each("select " + list + " from " + table, kinds, [&](std::span<store::Value> row) {
        for (const auto& value : row) {
          if (const auto* text = std::get_if<std::string>(&value)) all += *text + "\n";
        }
      });
    }
    return true;
  });
  return all;
}

}  // namespace trivium::personal
