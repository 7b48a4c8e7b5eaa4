#include "server/refused_change.hpp"

#include "shape/id.hpp"

namespace trivium::server {
namespace {

// The route's address with the ids that were asked for, and with nothing else that somebody may have typed.
std::string with_ids(std::string path, const shape::Json& fields) {
  for (auto open = path.find('{'); open != std::string::npos; open = path.find('{', open + 1)) {
    const auto close = path.find('}', open);
    const auto name = path.substr(open + 1, close - open - 1);
    if (!fields.contains(name) || !fields.at(name).is_string()) continue;
    const auto& value = fields.at(name).get_ref<const std::string&>();
    if (shape::is_uuid(value)) path.replace(open, close - open + 1, value);
  }
  return path;
}

}  // namespace

std::optional<trail::Entry> refused_change(const Route& route, const Call& call, api::Why why) {
  if (route.method != "POST" || !call.asking.visitor) return std::nullopt;
  if (why != api::Why::not_yours && why != api::Why::not_found) return std::nullopt;
  return trail::Entry{.at = call.asking.now,
                      .who = call.asking.visitor->person.text,
                      .deed = trail::Deed::change_refused,
                      .records = with_ids(route.path, call.fields),
                      .result = trail::Result::refused};
}

}  // namespace trivium::server
