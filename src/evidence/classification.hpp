// Code lists with their version, and which code of one became which code of another.
#pragma once

#include "shape/flaw.hpp"

#include <expected>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trivium::evidence {

// A list is only named together with its version: codes of NACE 2 and NACE 2.1 look alike and mean different things.
struct ListName {
  std::string list;
  std::string version;

  bool operator==(const ListName&) const = default;
};

// From "NACE 2.1", "nace 2.1" or "NACE Rev. 2.1", which are one. Nothing where there is no version.
std::optional<ListName> list_name(std::string_view said);

struct Entry {
  std::string parent;  // empty at the top
  std::string title;
};

struct Classification {
  ListName name;
  std::map<std::string, Entry> entries;  // by code
};

// From one code to another. Weights of a code are the shares of it that go to each, where somebody knows them.
struct Link {
  std::string from;
  std::string to;
  std::optional<double> weight;

  bool operator==(const Link&) const = default;
};

struct Correspondence {
  ListName from;
  ListName to;
  std::vector<Link> links;
};

// A list from a table with the columns code, parent and title. Refused: a code that stands twice, a parent that is
// none.
std::expected<Classification, shape::Flaws> classification(ListName name, const std::filesystem::path& file);

// Which columns of a file hold the codes and, if there is one, the weight.
struct LinkColumns {
  std::string from = "from";
  std::string to = "to";
  std::optional<std::string> weight{};
};

// Refused: a pair that stands there twice, a weight that is no share, a code whose weights are known only in part or do
// not add up to 1.
std::expected<Correspondence, shape::Flaws> correspondence(ListName from, ListName to,
                                                           const std::filesystem::path& file,
                                                           const LinkColumns& columns = {});
std::optional<shape::Flaws> wrong_links(const std::vector<Link>& links);

}  // namespace trivium::evidence
