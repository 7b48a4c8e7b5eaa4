#include "document/custom_properties.hpp"

#include "document/marks.hpp"
#include "document/xml_part.hpp"

#include <cassert>
#include <string>

namespace trivium::document {
namespace {

// Each text once, the nearest 28: more lines than a table of ours has above it.
Fact around(const FilledTable& table) {
  Fact fact{.name = std::string{kAroundFact}, .value = hash_of(table.title)};
  for (const std::string& line : table.lines) {
    if (fact.value.size() + 9 <= kLongestFact) fact.value += " " + hash_of(line);
  }
  return fact;
}

void put_fact(pugi::xml_node properties, const Fact& fact, int number) {
  assert(fact.value.size() <= kLongestFact);
  pugi::xml_node property = properties.append_child("property");
  property.append_attribute("fmtid").set_value("{D5CDD505-2E9C-101B-9397-08002B2CF9AE}");
  property.append_attribute("pid").set_value(number);
  property.append_attribute("name").set_value(fact.name.c_str());
  property.append_child("vt:lpwstr").append_child(pugi::node_pcdata).set_value(fact.value.c_str());
}

}  // namespace

bool put_facts(Package& package, const FilledTable& table) {
  constexpr int kFirstNumber = 2;  // the format keeps 0 and 1 for itself
  if (table.facts.empty()) return true;
  pugi::xml_document tree;
  if (!load_part(package, "docProps/custom.xml", tree)) return false;
  const pugi::xml_node properties = tree.child("Properties");
  int number = kFirstNumber;
  for (const Fact& fact : table.facts) put_fact(properties, fact, number++);
  put_fact(properties, around(table), number);
  store_part(package, "docProps/custom.xml", tree);
  return true;
}

}  // namespace trivium::document
