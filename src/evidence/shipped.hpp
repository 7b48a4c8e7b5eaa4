// Correspondences that come along, by name: naics-2017-to-nace-2 is a file of that name, and says which lists it joins.
#pragma once

#include "evidence/classification.hpp"

namespace trivium::evidence {

struct Shipped {
  std::filesystem::path file;
  ListName from;
  ListName to;
};

// Nothing where none has that name.
std::optional<Shipped> shipped_correspondence(const std::filesystem::path& folder, std::string_view name);
std::vector<std::string> shipped_correspondences(const std::filesystem::path& folder);  // by name

}  // namespace trivium::evidence
