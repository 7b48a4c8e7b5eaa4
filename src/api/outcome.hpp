// What an endpoint gives: a described record, or a refusal in words the person can act on.
#pragma once

#include "shape/flaw.hpp"
#include "shape/json.hpp"

#include <expected>
#include <optional>
#include <string>
#include <utility>

namespace trivium::api {

// One refusal per thing that can go wrong for a person; the words stand under refusal.<name> in data/words.
enum class Why {
  not_found,
  sign_in,
  not_yours,
  put_right,
  stale,
  too_many_tries,
  too_large,
  too_busy,
  no_document,
  wrong_method,
  other_origin,
  gone,
  unexpected
};
TRIVIUM_NAMES(Why, not_found, sign_in, not_yours, put_right, stale, too_many_tries, too_large, too_busy, no_document,
              wrong_method, other_origin, gone, unexpected)

struct Refusal {
  Why why = Why::not_found;
  shape::Flaws flaws = {};
  std::optional<shape::Json> conflict = std::nullopt;  // with stale: the stored answer beside the one just typed
  std::string reason = {};                             // for the log of whoever runs the house; never shown
};

template <class Record>
using Outcome = std::expected<Record, Refusal>;

inline std::unexpected<Refusal> refuse(Why why) { return std::unexpected{Refusal{.why = why}}; }
inline std::unexpected<Refusal> put_right(std::string pointer, std::string key,
                                          std::map<std::string, std::string> args = {}) {
  return std::unexpected{
      Refusal{.why = Why::put_right, .flaws = {{std::move(pointer), std::move(key), std::move(args)}}}};
}
inline std::unexpected<Refusal> put_right(shape::Flaws flaws) {
  return std::unexpected{Refusal{.why = Why::put_right, .flaws = std::move(flaws)}};
}

// What a write gives besides its record: where a browser goes next, what it is told there, and its session.
template <class Record>
struct Done {
  Record record;
  std::string go_to;
  std::string notice = {};                                // word key
  std::optional<std::string> session_key = std::nullopt;  // sign in with it; "" signs out
  std::optional<std::string> language = std::nullopt;     // remember it in a cookie
};

// A file to hand over instead of a page.
struct Download {
  std::string name;  // as it is saved; plain ASCII
  std::string type;
  std::string bytes;
};

// Input of an endpoint that needs none.
struct Nothing {};
[[maybe_unused]] constexpr std::string_view trivium_record_name(const Nothing* /*of*/) { return "Nothing"; }
[[maybe_unused]] constexpr auto trivium_shape(const Nothing* /*of*/) { return std::tuple{}; }

// Output of a write that has nothing to say but that it is done.
struct Noted {
  bool done = true;
};
TRIVIUM_SHAPE(Noted, done)

}  // namespace trivium::api
