#include "personal/held.hpp"

#include "shape/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace trivium::personal {
namespace {

// A table of hers, and what lies beside it, whoever wrote it there; but the coaches' notes are theirs.
constexpr std::string_view kBesideHerTable = "assessment in (select id from assessments where person = :person)";
constexpr std::string_view kOfHerRoles = "role in (select id from roles where person = :person)";
constexpr std::string_view kNobodys;

constexpr std::array kHeld{
    Held{"people", "id = :person", "id, name, email, language, hosts, illustration, created_at, reminded, erased_on",
         "password"},
    Held{"roles", "person = :person", "id, person, role, cluster, network, city, since, until", ""},
    Held{"initiatives_of_roles", kOfHerRoles, "role, initiative", ""},
    // The initiatives are the cluster's; she takes along what those are called for which she stood.
    Held{"initiatives",
         "id in (select initiative from initiatives_of_roles where role in (select id from roles where person = "
         ":person))",
         "id, cluster, name, within, revision, created_at, ended_at", ""},
    Held{"invitations", "email = :email",
         "id, name, email, role, cluster, network, city, initiative, instead_of, invited_by, invited_at, expires_at, "
         "accepted_at, withdrawn_at",
         "key_hash"},
    Held{"sessions", "person = :person", "id, person, device, started_at, last_seen_at, expires_at, ended_at",
         "key_hash"},
    Held{"calendar_links", "person = :person", "id, person, made_at, ended_at", "key_hash"},
    Held{"reminders", "person = :person", "person, duty, about, last_day, days_before, claimed_at, sent_at", ""},
    Held{"refused_sign_ins", "email = :email", "id, email, address, at", ""},
    Held{"assessments", "person = :person",
         "id, round, person, started_from, started_at, last_task, sent_at, open_to_city_at, compared_at", ""},
    Held{"looks", "person = :person", "assessment, task, person, looked_at", ""},
    Held{"answers", kBesideHerTable,
         "assessment, task, standing, confidence, notes, evidence, facets, language, revision, written_by, written_at",
         ""},
    Held{"answer_versions", kBesideHerTable,
         "assessment, task, revision, standing, confidence, notes, evidence, facets, language, written_by, written_at",
         ""},
    Held{"links", kBesideHerTable, "id, assessment, kind, from_row, to_row, strength, drawn_by, drawn_at", ""},
    Held{"reasons", kBesideHerTable, "id, assessment, task, because, revision, written_by, written_at", ""},
    Held{"own_cases", "written_by = :person",
         "id, cluster, kind, title, place, cluster_name, situation, what_was_done, what_it_took, what_to_watch, "
         "question, stages, mechanisms, tasks, language, revision, written_by, written_at",
         ""},
    Held{"translations", kBesideHerTable,
         "id, assessment, told_case, title, same, different, would_have_to_be_true, language, revision, written_by, "
         "written_at",
         ""},
    Held{"translation_outcomes", kBesideHerTable,
         "translation, assessment, outcome, what_happened, language, revision, written_by, written_at", ""},
    Held{"cluster_numbers", "written_by = :person",
         "cluster, source, numbers, decimal, revision, written_by, written_at", ""},
    Held{"conversations", "with_person = :person or begun_by = :person",
         "id, round, assessment, task, on_revision, with_person, heard, begun_by, begun_at, resolved_at", ""},
    Held{"remarks",
         "written_by = :person or conversation in (select id from conversations where with_person = :person)",
         "id, conversation, written_by, written_at, text", ""},
    Held{"told_to_all", "told_by = :person", "conversation, programme, question, answer, told_by, told_at, revision",
         ""},
    Held{"closings", kBesideHerTable,
         "assessment, issues, solutions, lessons, language, revision, written_at, handed_in_at", ""},
    Held{"visits", "changed_by = :person", "round, on_day, place, timetable, revision, changed_by, changed_at", ""},
    Held{"coach_notes", "written_by = :person", "assessment, task, text, revision, written_by, written_at", ""},
    Held{"trail", "who = :person or about = :person", "number, at, who, deed, about, records, form, result, hash", ""},
    Held{"retention", "set_by = :person", "reach, days, set_by, set_at", ""},
    Held{"cities", kNobodys, "", ""},
    Held{"clusters", kNobodys, "", ""},
    Held{"networks", kNobodys, "", ""},
    Held{"network_cities", kNobodys, "", ""},
    Held{"programmes", kNobodys, "", ""},
    Held{"programme_steps", kNobodys, "", ""},
    Held{"rounds", kNobodys, "", ""},
    Held{"set_up_keys", kNobodys, "", ""},
    Held{"trail_ends", kNobodys, "", ""},
    Held{"erasures", kNobodys, "", ""},
};

constexpr std::array<std::string_view, 8> kNumbers{"hosts",       "illustration", "reminded", "revision",
                                                   "on_revision", "number",       "days",     "days_before"};

shape::Json value_of(const std::string& column, const store::Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr) return nullptr;
  if (std::ranges::find(kNumbers, column) == kNumbers.end()) return *text;
  std::int64_t number = 0;
  std::from_chars(text->data(), text->data() + text->size(), number);
  return number;
}

std::vector<std::string> columns_in(std::string_view list) {
  std::vector<std::string> columns;
  while (!list.empty()) {
    const auto end = std::min(list.find(','), list.size());
    columns.push_back(shape::trimmed(list.substr(0, end)));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return columns;
}

shape::Json rows_of(store::Session& session, const Held& table, const access::Person& person) {
  const auto columns = columns_in(table.given);
  std::string texts;
  for (const auto& column : columns) texts += fmt::format("{}cast({} as text)", texts.empty() ? "" : ", ", column);
  const std::vector<store::Kind> kinds(columns.size(), store::Kind::text);
  std::vector<store::Param> params;
  if (table.whose.contains(":person")) params.emplace_back("person", person.id);
  if (table.whose.contains(":email")) params.emplace_back("email", person.email);
  auto rows = shape::Json::array();
  session.each(fmt::format("select {} from {} where {} order by 1", texts, table.table, table.whose), params, kinds,
               [&](std::span<store::Value> values) {
                 auto row = shape::Json::object();
                 for (std::size_t i = 0; i < columns.size(); ++i) row[columns[i]] = value_of(columns[i], values[i]);
                 rows.push_back(std::move(row));
               });
  return rows;
}

}  // namespace

std::span<const Held> held() { return kHeld; }

shape::Json everything_about(store::Session& session, const access::Person& person) {
  auto all = shape::Json::object();
  for (const Held& table : kHeld) {
    if (!table.whose.empty()) all[std::string{table.table}] = rows_of(session, table, person);
  }
  return all;
}

}  // namespace trivium::personal
