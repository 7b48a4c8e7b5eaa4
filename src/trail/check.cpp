#include "trail/check.hpp"

#include "trail/cut.hpp"

#include <algorithm>

namespace trivium::trail {
namespace {

constexpr std::int64_t kTogether = 2000;

// The chain, row by row, as far as it fits.
class Walk {
 public:
  Walk(store::Session& session, const std::vector<End>& noted) : session_{session}, noted_{noted} {}

  Checked all() {
    const End first = before_first(session_);
    reached_ = first;
    cut_is_told_ = first.number == 0;
    while (!checked_.fault && some()) {
    }
    if (!checked_.fault) check_ends(first);
    checked_.last = reached_;
    return checked_;
  }

 private:
  bool some() {
    const auto rows = session_.rows<Row>("select {} from trail where number > :after order by number limit :most",
                                         {{"after", reached_.number}, {"most", kTogether}});
    for (const Row& row : rows) {
      step(row);
      if (checked_.fault) break;
    }
    return !rows.empty();
  }

  void step(const Row& row) {
    if (row.number != reached_.number + 1) return does_not_fit(Fault::missing, reached_.number + 1);
    if (row.hash != hash_after(reached_.hash, row)) return does_not_fit(Fault::changed, row.number);
    const bool other_noted =
        std::ranges::any_of(noted_, [&](const End& end) { return end.number == row.number && end.hash != row.hash; });
    if (other_noted) return does_not_fit(Fault::noted_before, row.number);
    if (row.deed == shape::name_of(Deed::trail_cut) && row.records == cut_to(before_first(session_)))
      cut_is_told_ = true;
    reached_ = {row.number, row.hash};
    ++checked_.rows;
  }

  void check_ends(const End& first) {
    if (!cut_is_told_) return does_not_fit(Fault::beginning, first.number + 1);
    const End says = last(session_);
    const auto furthest = std::ranges::max_element(noted_, {}, &End::number);
    const auto until = std::max(says.number, furthest == noted_.end() ? 0 : furthest->number);
    if (until > reached_.number) return does_not_fit(Fault::missing, reached_.number + 1);
    if (says != reached_) does_not_fit(Fault::end, reached_.number);
  }

  void does_not_fit(Fault fault, std::int64_t at) {
    checked_.fault = fault;
    checked_.at = at;
  }

  store::Session& session_;
  const std::vector<End>& noted_;
  Checked checked_{};
  End reached_{};
  bool cut_is_told_ = false;
};

}  // namespace

Checked check(store::Session& session, const std::vector<End>& noted) { return Walk{session, noted}.all(); }

}  // namespace trivium::trail
