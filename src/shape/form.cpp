#include "shape/form.hpp"

#include <string>
#include <vector>

namespace trivium::shape {
namespace {

std::optional<unsigned> hex(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

std::vector<std::string> steps_of(std::string_view name) {
  std::vector<std::string> steps;
  while (true) {
    const auto slash = name.find('/');
    steps.emplace_back(name.substr(0, slash));
    if (slash == std::string_view::npos) return steps;
    name.remove_prefix(slash + 1);
  }
}

// Puts one field where its name says. False where two names contradict each other ("a" and "a/b").
bool put(Json& root, const std::vector<std::string>& steps, std::string value) {
  Json* here = &root;
  for (const auto& step : steps) {
    if (step == "-") {
      if (here->is_null()) *here = Json::array();
      if (!here->is_array()) return false;
      here->push_back(nullptr);
      here = &here->back();
    } else {
      if (here->is_null()) *here = Json::object();
      if (!here->is_object()) return false;
      here = &(*here)[step];
    }
  }
  if (!here->is_null()) return false;
  *here = std::move(value);
  return true;
}

}  // namespace

std::optional<std::string> unescaped(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+') {
      plain += ' ';
    } else if (text[i] != '%') {
      plain += text[i];
    } else {
      if (i + 2 >= text.size()) return std::nullopt;
      const auto high = hex(text[i + 1]);
      const auto low = hex(text[i + 2]);
      if (!high || !low) return std::nullopt;
      plain += static_cast<char>(*high * 16 + *low);
      i += 2;
    }
  }
  return plain;
}

std::expected<Json, Flaws> from_form(std::string_view body) {
  constexpr std::size_t kMostFields = 5'000;
  constexpr std::size_t kMostSteps = 16;
  const auto broken = [](std::string pointer, std::string key) {
    return std::unexpected{Flaws{Flaw{std::move(pointer), std::move(key), {}}}};
  };
  Json fields = Json::object();
  std::size_t count = 0;
  while (!body.empty()) {
    const auto end = body.find('&');
    const std::string_view pair = body.substr(0, end);
    body.remove_prefix(end == std::string_view::npos ? body.size() : end + 1);
    if (pair.empty()) continue;
    if (++count > kMostFields) return broken("", "flaw.too_many_fields");
    const auto equals = pair.find('=');
    const auto name = unescaped(pair.substr(0, equals));
    auto value = unescaped(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1));
    if (!name || !value || !characters(*name) || !characters(*value)) return broken("", "flaw.not_utf8");
    if (name->find('\0') != std::string::npos || value->find('\0') != std::string::npos)
      return broken("/" + *name, "flaw.nul");
    const auto steps = steps_of(*name);
    if (steps.size() > kMostSteps || !put(fields, steps, std::move(*value))) {
      return broken("/" + *name, "flaw.contradictory_field");
    }
  }
  return fields;
}

}  // namespace trivium::shape
