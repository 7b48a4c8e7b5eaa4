// YAML read strictly: a key nobody knows, a key twice, a missing key and a value of the wrong kind are each noted
// with their line. The reading goes on with what there is, so that one look shows everything that is wrong.
#pragma once

#include "framework/framework.hpp"

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <functional>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace trivium::framework {

class StrictYaml {
 public:
  StrictYaml(std::filesystem::path file, std::vector<Fault>& faults) : file_(std::move(file)), faults_(&faults) {}

  void note(const YAML::Node& where, std::string reason) const;

  // Nothing where the file cannot be read or is no YAML, which has been noted then.
  std::optional<YAML::Node> document() const;

  // Every entry of a mapping in its order, a repeated key noted and passed over.
  void each(const YAML::Node& mapping, std::string_view what,
            const std::function<void(const std::string& key, const YAML::Node& value)>& take) const;

  // A mapping with no other keys than these.
  bool keys(const YAML::Node& mapping, std::string_view what, std::initializer_list<std::string_view> allowed) const;

  // A mapping that has words for each of these and for nothing else.
  void covers(const YAML::Node& mapping, std::string_view what, const std::set<std::string>& expected) const;

  std::string text(const YAML::Node& mapping, const char* key) const;  // has to be there and not blank
  std::string text_if_any(const YAML::Node& mapping, const char* key) const;
  std::string one_of(const YAML::Node& mapping, const char* key, const std::vector<std::string>& known) const;
  std::optional<double> number_if_any(const YAML::Node& mapping, const char* key) const;
  std::optional<int> whole_if_any(const YAML::Node& mapping, const char* key) const;
  bool yes_if_any(const YAML::Node& mapping, const char* key) const;
  std::vector<std::string> texts(const YAML::Node& sequence, std::string_view what) const;

  // Where in the reference framework something comes from: "2 (later stages; Box 1); 3 (cluster policy)". It has
  // sections 1 to 5.
  std::string section(const YAML::Node& mapping) const;

  // snake_case, as ids are written in addresses, JSON and forms.
  bool id(const YAML::Node& where, std::string_view given) const;

 private:
  void each_entry(const YAML::Node& mapping, std::string_view what,
                  const std::function<void(const YAML::Node& key, const YAML::Node& value)>& take) const;

  std::filesystem::path file_;
  std::vector<Fault>* faults_;
};

}  // namespace trivium::framework
