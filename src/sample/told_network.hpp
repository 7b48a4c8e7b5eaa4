// How the network, its programmes and what was said in them are read from the sample city's file. Whatever is missing
// or misspelt throws; whoever reads the file turns that into a reason with its name.
#pragma once

#include "sample/story.hpp"

#include <yaml-cpp/yaml.h>

namespace trivium::sample {

std::string text(const YAML::Node& node, const char* key);  // "" where there is none

ToldPerson told_person(const YAML::Node& node);
ToldManager told_manager(const YAML::Node& node);
ToldInitiative told_initiative(const YAML::Node& node);
ToldNetwork told_network(const YAML::Node& node);
ToldRemark told_remark(const YAML::Node& node);
ToldConversation told_conversation(const YAML::Node& node);
ToldVisit told_visit(const YAML::Node& node);
triangle::Closing told_closing(const YAML::Node& node, const std::string& language);

}  // namespace trivium::sample
