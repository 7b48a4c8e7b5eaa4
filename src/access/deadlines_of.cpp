#include "access/deadlines_of.hpp"

#include "access/roles_in.hpp"
#include "programme/conversation.hpp"
#include "programme/visit.hpp"

#include <algorithm>
#include <map>

namespace trivium::access {
namespace {

bool is_over(const std::vector<programme::Step>& steps, const shape::Date& today) {
  return std::ranges::all_of(steps,
                             [&](const auto& step) { return programme::last_day(step.due, step.due_on) < today; });
}

// What is there of one cluster, of all of them, or of one person's own.
class WhatIsThere {
 public:
  WhatIsThere(store::Session& session, const ProgrammeId& programme)
      : clusters_{programme::clusters_in(session, programme)}, managers_{programme::managers_in(session, programme)} {
    for (const auto& cluster : clusters_) {
      const auto planned = programme::visit(session, cluster.round);
      if (planned && planned->on_day) with_day_.push_back(cluster.cluster);
      unanswered_[cluster.cluster.text] = programme::unanswered_in(session, cluster.round);
    }
  }

  [[nodiscard]] Delivered of(const std::optional<ClusterId>& only, const std::optional<PersonId>& person) const {
    Delivered there;
    for (const auto& cluster : clusters_) {
      if (only && cluster.cluster != *only) continue;
      there.clusters += 1;
      const bool named =
          std::ranges::find(managers_, cluster.cluster, &programme::ManagerTakingPart::cluster) != managers_.end();
      there.clusters_with_managers += named ? 1 : 0;
      there.unanswered += unanswered_.at(cluster.cluster.text);
      there.clusters_with_day += std::ranges::find(with_day_, cluster.cluster) != with_day_.end() ? 1 : 0;
    }
    for (const auto& manager : managers_) {
      if ((only && manager.cluster != *only) || (person && manager.person != *person)) continue;
      there.managers += 1;
      there.sent += manager.sent_at ? 1 : 0;
      there.handed_in += manager.handed_in_at ? 1 : 0;
    }
    return there;
  }

 private:
  std::vector<programme::ClusterTakingPart> clusters_;
  std::vector<programme::ManagerTakingPart> managers_;
  std::vector<ClusterId> with_day_;
  std::map<std::string, int> unanswered_;  // by cluster
};

class Collected {
 public:
  Collected(store::Session& session, const Asker& asker, const shape::Date& today, Over over)
      : session_{session}, asker_{asker}, today_{today}, over_{over} {}

  std::vector<OwnDeadline> all() {
    std::vector<ClusterId> seen;
    for (const auto& held : asker_.roles) {
      if (!held.cluster || std::ranges::find(seen, *held.cluster) != seen.end()) continue;
      seen.push_back(*held.cluster);
      for (const auto& round : triangle::rounds_of(session_, *held.cluster)) add_round(round);
    }
    add_leads();
    std::ranges::stable_sort(found_, {}, [](const OwnDeadline& one) { return one.deadline.last_day; });
    return std::move(found_);
  }

 private:
  void add_round(const triangle::Round& round) {
    const auto programme = round.programme ? programme::programme(session_, *round.programme) : std::nullopt;
    const auto network = programme ? std::optional{programme->network} : std::nullopt;
    for (const auto role : roles_in(asker_, round.cluster, network)) {
      if (role == Role::lead) continue;
      if (programme) add(*programme, round, role);
      else if (role == Role::manager && round.send_by && (over_ == Over::kept || *round.send_by >= today_))
        add_outside(round);
    }
  }

  void add(const programme::Programme& programme, const triangle::Round& round, Role role) {
    const auto& steps = steps_of(programme.id);
    if (left_out(steps)) return;
    const auto own = role == Role::manager ? std::optional{asker_.person} : std::nullopt;
    for (auto& deadline : deadlines(role, steps, there(programme.id).of(round.cluster, own), today_)) {
      // Who coaches and coordinates owes the day once.
      const auto same = [&](const OwnDeadline& one) {
        return one.round == round.id && one.deadline.duty == deadline.duty && one.deadline.step == deadline.step;
      };
      if (std::ranges::any_of(found_, same)) continue;
      push(std::move(deadline), programme.id, programme.title, round);
    }
  }

  [[nodiscard]] bool left_out(const std::vector<programme::Step>& steps) const {
    return over_ == Over::left_out && is_over(steps, today_);
  }

  void add_outside(const triangle::Round& round) {
    const auto table = triangle::assessment(session_, round.id, asker_.person);
    push(deadline_of_table(*round.send_by, table && table->sent_at, today_), {}, round.title, round);
  }

  void push(Deadline deadline, const std::optional<ProgrammeId>& programme, const std::string& title,
            const triangle::Round& round) {
    const auto cluster = triangle::cluster(session_, round.cluster).value();
    const auto table = triangle::assessment(session_, round.id, asker_.person);
    found_.push_back({.deadline = std::move(deadline),
                      .programme = programme,
                      .title = title,
                      .round = round.id,
                      .in_cluster = round.cluster,
                      .assessment = table ? std::optional{table->id} : std::nullopt,
                      .city = cluster.city,
                      .cluster = cluster.name});
  }

  void add_leads() {
    for (const auto& stands : asker_.networks) {
      if (stands.role != Role::lead) continue;
      for (const auto& programme : programme::programmes_of(session_, stands.network)) {
        const auto& steps = steps_of(programme.id);
        if (left_out(steps)) continue;
        for (auto& deadline : deadlines(Role::lead, steps, there(programme.id).of({}, {}), today_))
          found_.push_back({.deadline = std::move(deadline),
                            .programme = programme.id,
                            .title = programme.title,
                            .round = {},
                            .in_cluster = {},
                            .assessment = {},
                            .city = {},
                            .cluster = {}});
      }
    }
  }

  const std::vector<programme::Step>& steps_of(const ProgrammeId& programme) {
    const auto known = steps_.find(programme.text);
    return known != steps_.end()
               ? known->second
               : steps_.emplace(programme.text, programme::steps_of(session_, programme)).first->second;
  }

  const WhatIsThere& there(const ProgrammeId& programme) {
    const auto known = there_.find(programme.text);
    return known != there_.end() ? known->second
                                 : there_.emplace(programme.text, WhatIsThere{session_, programme}).first->second;
  }

  store::Session& session_;
  const Asker& asker_;
  const shape::Date& today_;
  Over over_;
  std::map<std::string, std::vector<programme::Step>> steps_{};
  std::map<std::string, WhatIsThere> there_{};
  std::vector<OwnDeadline> found_{};
};

}  // namespace

std::vector<OwnDeadline> deadlines_of(store::Session& session, const Asker& asker, const shape::Date& today,
                                      Over over) {
  return Collected{session, asker, today, over}.all();
}

}  // namespace trivium::access
