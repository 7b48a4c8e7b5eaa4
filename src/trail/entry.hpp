// One thing somebody did: when, who, what, with whose records, and whether it was allowed. Ids only, never a word of
// what the records say, so that erasing a person takes the name behind an id away and leaves the chain whole.
#pragma once

#include "shape/json.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace trivium::trail {

enum class Deed {
  // Read of somebody else
  table_read,
  found,  // by searching
  closing_read,
  conversation_read,
  note_read,
  states_read,  // how far each task of a table is
  // Taken along, and looked at
  everything_exported,
  trail_read,
  // Coming and going
  signed_in,
  sign_in_refused,
  signed_out,
  session_ended,
  password_changed,
  calendar_made,
  calendar_ended,
  // Who is who
  person_invited,
  invitation_withdrawn,
  invitation_accepted,
  role_given,
  role_ended,
  // What there is
  cluster_added,
  round_opened,
  network_added,
  city_added,
  programme_opened,
  cluster_taken_in,
  step_changed,
  name_changed,
  city_left_out,
  initiative_added,
  initiative_changed,  // its name, or what it lies within
  initiative_ended,
  stood_for,  // for which initiatives a manager stands
  // What is written for others
  table_started,
  table_sent,
  sharing_changed,
  table_imported,
  closing_handed_in,
  closing_changed,  // after it was handed in
  link_changed,
  translation_changed,
  outcome_noted,  // what became of one
  reason_changed,
  conversation_begun,
  remark_added,
  conversation_resolved,
  conversation_reopened,
  told_to_all,
  told_taken_back,
  visit_planned,
  note_kept,
  case_told,
  case_changed,
  case_removed,
  numbers_kept,
  change_refused,  // that was not theirs: records is the address, with its ids
  // The house
  house_set_up,
  sample_put_in,
  sample_entered,
  sample_taken_out,
  restored,
  retention_set,
  person_erased,
  tables_removed,
  trail_cut
};
// More of them than TRIVIUM_NAMES can take.
[[maybe_unused]] constexpr auto trivium_names(Deed /*of*/) {
  using Named = std::pair<std::string_view, Deed>;
  return std::array{Named{"table_read", Deed::table_read},
                    Named{"found", Deed::found},
                    Named{"closing_read", Deed::closing_read},
                    Named{"conversation_read", Deed::conversation_read},
                    Named{"note_read", Deed::note_read},
                    Named{"states_read", Deed::states_read},
                    Named{"everything_exported", Deed::everything_exported},
                    Named{"trail_read", Deed::trail_read},
                    Named{"signed_in", Deed::signed_in},
                    Named{"sign_in_refused", Deed::sign_in_refused},
                    Named{"signed_out", Deed::signed_out},
                    Named{"session_ended", Deed::session_ended},
                    Named{"password_changed", Deed::password_changed},
                    Named{"calendar_made", Deed::calendar_made},
                    Named{"calendar_ended", Deed::calendar_ended},
                    Named{"person_invited", Deed::person_invited},
                    Named{"invitation_withdrawn", Deed::invitation_withdrawn},
                    Named{"invitation_accepted", Deed::invitation_accepted},
                    Named{"role_given", Deed::role_given},
                    Named{"role_ended", Deed::role_ended},
                    Named{"cluster_added", Deed::cluster_added},
                    Named{"round_opened", Deed::round_opened},
                    Named{"network_added", Deed::network_added},
                    Named{"city_added", Deed::city_added},
                    Named{"programme_opened", Deed::programme_opened},
                    Named{"cluster_taken_in", Deed::cluster_taken_in},
                    Named{"step_changed", Deed::step_changed},
                    Named{"name_changed", Deed::name_changed},
                    Named{"city_left_out", Deed::city_left_out},
                    Named{"initiative_added", Deed::initiative_added},
                    Named{"initiative_changed", Deed::initiative_changed},
                    Named{"initiative_ended", Deed::initiative_ended},
                    Named{"stood_for", Deed::stood_for},
                    Named{"table_started", Deed::table_started},
                    Named{"table_sent", Deed::table_sent},
                    Named{"sharing_changed", Deed::sharing_changed},
                    Named{"table_imported", Deed::table_imported},
                    Named{"closing_handed_in", Deed::closing_handed_in},
                    Named{"closing_changed", Deed::closing_changed},
                    Named{"link_changed", Deed::link_changed},
                    Named{"translation_changed", Deed::translation_changed},
                    Named{"outcome_noted", Deed::outcome_noted},
                    Named{"reason_changed", Deed::reason_changed},
                    Named{"conversation_begun", Deed::conversation_begun},
                    Named{"remark_added", Deed::remark_added},
                    Named{"conversation_resolved", Deed::conversation_resolved},
                    Named{"conversation_reopened", Deed::conversation_reopened},
                    Named{"told_to_all", Deed::told_to_all},
                    Named{"told_taken_back", Deed::told_taken_back},
                    Named{"visit_planned", Deed::visit_planned},
                    Named{"note_kept", Deed::note_kept},
                    Named{"case_told", Deed::case_told},
                    Named{"case_changed", Deed::case_changed},
                    Named{"case_removed", Deed::case_removed},
                    Named{"numbers_kept", Deed::numbers_kept},
                    Named{"change_refused", Deed::change_refused},
                    Named{"house_set_up", Deed::house_set_up},
                    Named{"sample_put_in", Deed::sample_put_in},
                    Named{"sample_entered", Deed::sample_entered},
                    Named{"sample_taken_out", Deed::sample_taken_out},
                    Named{"restored", Deed::restored},
                    Named{"retention_set", Deed::retention_set},
                    Named{"person_erased", Deed::person_erased},
                    Named{"tables_removed", Deed::tables_removed},
                    Named{"trail_cut", Deed::trail_cut}};
}

enum class Result { done, refused };
TRIVIUM_NAMES(Result, done, refused)

// Whoever runs the program, by a command.
inline constexpr const char* kConsole = "console";

struct Entry {
  shape::Instant at{};
  std::string who{};
  Deed deed{};
  std::string about{};
  std::string records{};
  std::string form{};
  Result result = Result::done;

  bool operator==(const Entry&) const = default;
};
TRIVIUM_SHAPE(Entry, at, who, deed, about, records, form, result)

}  // namespace trivium::trail
