// What the name of a file ends with, whatever its case: systems that take no notice of capitals write them too.
#pragma once

#include <filesystem>
#include <string>

namespace trivium::evidence {

std::string lower_case(std::string text);               // of English letters; others stay
std::string ending(const std::filesystem::path& file);  // ".csv", also of T.CSV; empty where there is none

}  // namespace trivium::evidence
