#include "trail/reading.hpp"

namespace trivium::trail {
namespace {

constexpr const char* kNamed = R"(
    select {} from (
      select trail.number as number, trail.at as at, trail.who as who, doing.name as name, trail.deed as deed,
             trail.about as about, meant.name as about_name, trail.records as records, trail.form as form,
             trail.result as result
      from trail left join people doing on doing.id = trail.who left join people meant on meant.id = trail.about) told)";

}  // namespace

std::vector<Told> told(store::Session& session, const Asked& asked) {
  const std::string deed{asked.deed ? shape::name_of(*asked.deed) : std::string_view{}};
  return session.rows<Told>(std::string{kNamed} + R"(
      where (:before = 0 or number < :before) and (:person = '' or who = :person or about = :person)
        and (:deed = '' or deed = :deed)
      order by number desc limit :most)",
                            {{"before", asked.before}, {"person", asked.person}, {"deed", deed}, {"most", asked.most}});
}

std::vector<Told> looks_at(store::Session& session, const std::string& person, const std::string& assessment,
                           std::int64_t before, std::int64_t most) {
  return session.rows<Told>(
      std::string{kNamed} + R"(
      where about = :person and who <> :person and records = :records and result = 'done'
        and deed in ('table_read', 'found', 'closing_read') and (:before = 0 or number < :before)
      order by number desc limit :most)",
      {{"person", person}, {"records", record("assessment", assessment)}, {"before", before}, {"most", most}});
}

std::string record(const std::string& kind, const std::string& id) { return kind + "=" + id; }

}  // namespace trivium::trail
