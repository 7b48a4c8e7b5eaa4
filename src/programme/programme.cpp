#include "programme/programme.hpp"

namespace trivium::programme {

void open(store::Session& session, const Programme& programme, const Template& from, int year,
          const shape::Instant& now) {
  session.insert("programmes", programme);
  for (int number = 1; number <= kSteps; ++number) {
    const auto& step = from.steps[static_cast<std::size_t>(number - 1)];
    session.insert("programme_steps", Step{.programme = programme.id,
                                           .step = number,
                                           .due = step.due,
                                           .due_on = day_in(year, step),
                                           .deliverable = step.deliverable,
                                           .title = {},
                                           .instructions = {},
                                           .revision = 1,
                                           .changed_at = now});
  }
}

std::optional<Programme> programme(store::Session& session, const ProgrammeId& id) {
  return session.row<Programme>("select {} from programmes where id = :id", {{"id", id}});
}

void rename(store::Session& session, const Programme& programme, const std::string& title) {
  session.run("update rounds set title = :title where programme = :programme and title = :before",
              {{"title", title}, {"programme", programme.id}, {"before", programme.title}});
  session.run("update programmes set title = :title where id = :id", {{"title", title}, {"id", programme.id}});
}

std::vector<Programme> programmes_of(store::Session& session, const NetworkId& network) {
  return session.rows<Programme>("select {} from programmes where network = :network order by opened_on desc, id desc",
                                 {{"network", network}});
}

std::vector<Step> steps_of(store::Session& session, const ProgrammeId& programme) {
  return session.rows<Step>("select {} from programme_steps where programme = :programme order by step",
                            {{"programme", programme}});
}

std::expected<Step, StaleStep> change(store::Session& session, Step given) {
  const auto look = [&] {
    return session
        .row<Step>("select {} from programme_steps where programme = :programme and step = :step",
                   {{"programme", given.programme}, {"step", given.step}})
        .value();
  };
  auto stored = look();
  if (stored.due == given.due && stored.due_on == given.due_on && stored.deliverable == given.deliverable &&
      stored.title == given.title && stored.instructions == given.instructions)
    return stored;
  if (stored.revision != given.revision) return std::unexpected{StaleStep{std::move(stored)}};
  const auto written = session.run(R"(
      update programme_steps set due = :due, due_on = :due_on, deliverable = :deliverable, title = :title, instructions = :instructions,
             revision = :revision, changed_at = :changed_at
      where programme = :programme and step = :step and revision = :made_on)",
                                   {{"due", given.due},
                                    {"due_on", given.due_on},
                                    {"deliverable", given.deliverable},
                                    {"title", given.title},
                                    {"instructions", given.instructions},
                                    {"revision", given.revision + 1},
                                    {"changed_at", given.changed_at},
                                    {"programme", given.programme},
                                    {"step", given.step},
                                    {"made_on", given.revision}});
  // On PostgreSQL another connection may have written since the row was looked at.
  if (written != 1) return std::unexpected{StaleStep{look()}};
  if (given.step == kFillingIn) {
    session.run("update rounds set send_by = :send_by where programme = :programme",
                {{"send_by", last_day(given.due, given.due_on)}, {"programme", given.programme}});
  }
  return look();
}

}  // namespace trivium::programme
