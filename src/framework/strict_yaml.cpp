#include "framework/strict_yaml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <regex>

namespace trivium::framework {
namespace {

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

// Mapping nodes answer a missing key with an undefined node; only defined ones have a place.
YAML::Node at(const YAML::Node& mapping, const char* key) {
  return mapping.IsMap() ? mapping[key] : YAML::Node{YAML::NodeType::Undefined};
}

}  // namespace

void StrictYaml::note(const YAML::Node& where, std::string reason) const {
  const int line = where.IsDefined() && !where.Mark().is_null() ? where.Mark().line + 1 : 0;
  faults_->push_back({file_, line, std::move(reason)});
}

std::optional<YAML::Node> StrictYaml::document() const {
  try {
    return YAML::LoadFile(file_.string());
  } catch (const YAML::ParserException& trouble) {
    faults_->push_back({file_, trouble.mark.line + 1, fmt::format("is not YAML: {}", trouble.msg)});
  } catch (const YAML::BadFile&) {
    faults_->push_back({file_, 0, "cannot be read"});
  }
  return std::nullopt;
}

void StrictYaml::each_entry(const YAML::Node& mapping, std::string_view what,
                            const std::function<void(const YAML::Node&, const YAML::Node&)>& take) const {
  if (!mapping.IsDefined() || !mapping.IsMap()) {
    note(mapping, fmt::format("{} should be a mapping", what));
    return;
  }
  std::set<std::string> seen;
  for (const auto& entry : mapping) {
    if (!entry.first.IsScalar()) {
      note(entry.first, fmt::format("a key of {} is not a plain word", what));
    } else if (const auto& key = entry.first.Scalar(); !seen.insert(key).second) {
      note(entry.first, fmt::format("\"{}\" stands twice in {}", key, what));
    } else {
      take(entry.first, entry.second);
    }
  }
}

void StrictYaml::each(const YAML::Node& mapping, std::string_view what,
                      const std::function<void(const std::string&, const YAML::Node&)>& take) const {
  each_entry(mapping, what, [&](const YAML::Node& key, const YAML::Node& value) { take(key.Scalar(), value); });
}

bool StrictYaml::keys(const YAML::Node& mapping, std::string_view what,
                      std::initializer_list<std::string_view> allowed) const {
  each_entry(mapping, what, [&](const YAML::Node& key, const YAML::Node& /*value*/) {
    if (std::ranges::find(allowed, key.Scalar()) == allowed.end()) {
      note(key, fmt::format("unknown key \"{}\" in {}; known are {}", key.Scalar(), what, fmt::join(allowed, ", ")));
    }
  });
  return mapping.IsDefined() && mapping.IsMap();
}

void StrictYaml::covers(const YAML::Node& mapping, std::string_view what, const std::set<std::string>& expected) const {
  std::set<std::string> missing = expected;
  each_entry(mapping, what, [&](const YAML::Node& key, const YAML::Node& /*value*/) {
    missing.erase(key.Scalar());
    if (!expected.contains(key.Scalar())) note(key, fmt::format("unknown key \"{}\" in {}", key.Scalar(), what));
  });
  for (const auto& key : missing) note(mapping, fmt::format("missing key \"{}\" in {}", key, what));
}

std::string StrictYaml::text(const YAML::Node& mapping, const char* key) const {
  const auto node = at(mapping, key);
  if (!node.IsDefined()) {
    note(mapping, fmt::format("missing key \"{}\"", key));
  } else if (!node.IsScalar() || blank(node.Scalar())) {
    note(node, fmt::format("\"{}\" should be a text that is not blank", key));
  } else {
    return node.Scalar();
  }
  return {};
}

std::string StrictYaml::text_if_any(const YAML::Node& mapping, const char* key) const {
  return at(mapping, key).IsDefined() ? text(mapping, key) : std::string{};
}

std::string StrictYaml::one_of(const YAML::Node& mapping, const char* key,
                               const std::vector<std::string>& known) const {
  auto given = text(mapping, key);
  if (!given.empty() && std::ranges::find(known, given) == known.end())
    note(mapping[key], fmt::format("\"{}\" is no {}; known are {}", given, key, fmt::join(known, ", ")));
  return given;
}

std::string StrictYaml::section(const YAML::Node& mapping) const {
  static const std::regex kSection{R"([1-5]( \([^()]+\))?(; [1-5]( \([^()]+\))?)*)"};
  auto given = text(mapping, "section");
  if (!given.empty() && !std::regex_match(given, kSection))
    note(mapping["section"],
         fmt::format("\"{}\" is no section; a section is one of 1 to 5, as in 2 (Box 1); 3 (cluster policy)", given));
  return given;
}

std::optional<double> StrictYaml::number_if_any(const YAML::Node& mapping, const char* key) const {
  const auto node = at(mapping, key);
  if (!node.IsDefined()) return std::nullopt;
  double value = 0;
  if (node.IsScalar() && YAML::convert<double>::decode(node, value) && std::isfinite(value)) return value;
  note(node, fmt::format("\"{}\" should be a number", key));
  return std::nullopt;
}

std::optional<int> StrictYaml::whole_if_any(const YAML::Node& mapping, const char* key) const {
  const auto node = at(mapping, key);
  if (!node.IsDefined()) return std::nullopt;
  int value = 0;
  if (node.IsScalar() && YAML::convert<int>::decode(node, value) && value >= 0) return value;
  note(node, fmt::format("\"{}\" should be a whole number from 0", key));
  return std::nullopt;
}

bool StrictYaml::yes_if_any(const YAML::Node& mapping, const char* key) const {
  const auto node = at(mapping, key);
  if (!node.IsDefined()) return false;
  bool value = false;
  if (!node.IsScalar() || !YAML::convert<bool>::decode(node, value)) {
    note(node, fmt::format("\"{}\" should be true or false", key));
  }
  return value;
}

std::vector<std::string> StrictYaml::texts(const YAML::Node& sequence, std::string_view what) const {
  std::vector<std::string> found;
  if (!sequence.IsDefined() || !sequence.IsSequence()) {
    note(sequence, fmt::format("{} should be a list", what));
    return found;
  }
  for (const auto& one : sequence) {
    if (one.IsScalar() && !blank(one.Scalar())) found.push_back(one.Scalar());
    else note(one, fmt::format("an entry of {} is not a text", what));
  }
  return found;
}

bool StrictYaml::id(const YAML::Node& where, std::string_view given) const {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  if (!given.empty() && given.front() >= 'a' && given.front() <= 'z' && std::ranges::all_of(given, fits)) return true;
  note(where, fmt::format("\"{}\" is not an id: small letters, digits and _ after a letter", given));
  return false;
}

}  // namespace trivium::framework
