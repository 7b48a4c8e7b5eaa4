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

// What is not UTF-8 becomes U+FFFD, so that the rest can be shown.
std::string with_gaps(const std::string& text) {
  return Json::parse(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace)).get<std::string>();
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

std::string escaped(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string made;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '.' || c == '_' || c == '~';
    if (plain) made += c;
    else (made += '%').append({kDigits[byte >> 4U], kDigits[byte & 15U]});
  }
  return made;
}

Form from_form(std::string_view body) {
  constexpr std::size_t kMostFields = 5'000;
  constexpr std::size_t kMostSteps = 16;
  Form form{.fields = Json::object(), .flaws = {}};
  const auto note = [&](std::string pointer, std::string key) {
    form.flaws.push_back({std::move(pointer), std::move(key), {}});
  };
  std::size_t count = 0;
  while (!body.empty()) {
    const auto end = body.find('&');
    const std::string_view pair = body.substr(0, end);
    body.remove_prefix(end == std::string_view::npos ? body.size() : end + 1);
    if (pair.empty()) continue;
    if (++count > kMostFields) {
      note("", "flaw.too_many_fields");
      break;
    }
    const auto equals = pair.find('=');
    const auto name = unescaped(pair.substr(0, equals));
    const std::string_view given = equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1);
    auto value = unescaped(given);
    if (!name || !characters(*name)) {
      note("", "flaw.not_utf8");
      continue;
    }
    if (name->contains('\0')) {
      note("", "flaw.nul");
      continue;
    }
    if (!value || !characters(*value)) {
      note("/" + *name, "flaw.not_utf8");
      value = with_gaps(value.value_or(std::string{given}));
    }
    if (std::erase(*value, '\0') > 0) note("/" + *name, "flaw.nul");
    const auto steps = steps_of(*name);
    if (steps.size() > kMostSteps || !put(form.fields, steps, std::move(*value)))
      note("/" + *name, "flaw.contradictory_field");
  }
  return form;
}

}  // namespace trivium::shape
