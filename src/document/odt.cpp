#include "document/odt.hpp"

#include "document/tree.hpp"
#include "document/xml_part.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <iterator>
#include <string_view>

namespace trivium::document {
namespace {

void dress_row(pugi::xml_node row, std::string_view place, const std::string& colour) {
  std::string_view side = "First";
  for (pugi::xml_node cell : row.children("table:table-cell")) {
    cell.attribute("table:style-name").set_value(fmt::format("{}{}.{}", place, side, colour).c_str());
    side = "";
  }
}

std::string_view place_of(pugi::xml_node row, bool sums_up) {
  if (row.next_sibling("table:table-row")) return "Row";
  return sums_up ? "Sum" : "Last";
}

// pandoc gives every cell the same style; here each has the one for its vertex and its place, which the template of
// the content brings along.
bool dress(pugi::xml_node table, const Group& group) {
  const auto rows = table.children("table:table-row");
  if (static_cast<std::size_t>(std::distance(rows.begin(), rows.end())) != group.rows.size()) return false;
  const std::string colour = colour_of(group);
  for (pugi::xml_node row : table.child("table:table-header-rows").children("table:table-row")) {
    dress_row(row, "Head", colour);
  }
  auto filled = group.rows.begin();
  for (pugi::xml_node row : rows) {
    if (stays_whole(*filled++)) row.append_attribute("table:style-name").set_value("Whole");
    dress_row(row, place_of(row, group.rows.back().sum_up), colour);
  }
  return true;
}

// A heading within a table is a small one; one that parts the text has a style of its own.
void set_off_odt_sections(pugi::xml_node text) {
  for (pugi::xml_node heading : text.children("text:h")) {
    if (heading.attribute("text:outline-level").as_int() == 2)
      heading.attribute("text:style-name").set_value("Section");
  }
}

// pandoc writes a new list style of half an inch for every list; one of ours does for all.
void share_bullets(pugi::xml_document& tree) {
  for (const pugi::xpath_node& found : tree.select_nodes("//text:list")) {
    found.node().attribute("text:style-name").set_value("Bullets");
  }
  pugi::xml_node styles = tree.child("office:document-content").child("office:automatic-styles");
  for (pugi::xml_node style = styles.first_child(); style;) {
    const pugi::xml_node next = style.next_sibling();
    const bool of_list =
        std::string_view{style.name()} == "text:list-style" || style.attribute("style:list-style-name");
    if (of_list) styles.remove_child(style);
    style = next;
  }
}

}  // namespace

std::string finish_odt(Package& package, const Package& /*reference*/, const FilledTable& table) {
  pugi::xml_document tree;
  if (!load_part(package, "content.xml", tree)) return "no content.xml";
  const pugi::xml_node text = tree.child("office:document-content").child("office:body").child("office:text");
  pugi::xml_node written = text.child("table:table");
  for (const Group& group : table.groups) {
    if (group.rows.empty()) continue;
    if (!dress(written, group)) return "the tables are not in content.xml";
    written = written.next_sibling("table:table");
  }
  set_off_odt_sections(text);
  share_bullets(tree);
  store_part(package, "content.xml", tree);
  if (!put_footer(package, "styles.xml", table.footer)) return "no place for the footer in styles.xml";
  return {};
}

}  // namespace trivium::document
