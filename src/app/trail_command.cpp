#include "app/trail_command.hpp"

#include "store/store.hpp"
#include "trail/check.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdio>

namespace trivium::app {
namespace {

std::optional<trail::End> end_in(const std::string& text) {
  trail::End end;
  const auto colon = text.find(':');
  if (colon == std::string::npos) return std::nullopt;
  const auto [rest, trouble] = std::from_chars(text.data(), text.data() + colon, end.number);
  if (trouble != std::errc{} || rest != text.data() + colon) return std::nullopt;
  end.hash = text.substr(colon + 1);
  return end;
}

std::string sentence_for(const trail::Checked& checked) {
  switch (*checked.fault) {
    case trail::Fault::changed: return fmt::format("Row {} was changed after it was written.", checked.at);
    case trail::Fault::missing: return fmt::format("Row {} is missing.", checked.at);
    case trail::Fault::beginning:
      return fmt::format("The rows before {} were taken out, and the chain does not say so.", checked.at);
    case trail::Fault::end: return fmt::format("The chain ends with row {}, and is said to end elsewhere.", checked.at);
    case trail::Fault::noted_before: return fmt::format("Row {} is not the one that was noted before.", checked.at);
  }
  return {};
}

}  // namespace

int check_trail(const Records& records, const std::vector<std::string>& noted) {
  std::vector<trail::End> ends;
  for (const auto& text : noted) {
    const auto end = end_in(text);
    if (!end) {
      fmt::print(stderr, "{} is not number:hash, as this command prints it.\n", text);
      return 2;
    }
    ends.push_back(*end);
  }
  const store::Store store{{.url = url_of(records), .readers = 1}};
  trail::Checked checked;
  store.as_of_one_moment([&](store::Session& session) { checked = trail::check(session, ends); });
  if (checked.fault) {
    fmt::print(stderr, "{}\n", sentence_for(checked));
    return 1;
  }
  fmt::print("The chain fits: {} rows. Write this down where nobody who may write to the records can:\n{}:{}\n",
             checked.rows, checked.last.number, checked.last.hash);
  return 0;
}

}  // namespace trivium::app
