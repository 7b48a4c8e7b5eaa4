#include "document/docx.hpp"

#include "document/custom_properties.hpp"
#include "document/marks.hpp"
#include "document/tree.hpp"
#include "document/xml_part.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace trivium::document {
namespace {

constexpr int kTextWidth = 9'638;   // twentieths of a point: 170 mm, as the page of the reference document leaves
constexpr int kBulletIndent = 215;  // 3.8 mm, as in the ODT

std::array<int, kColumnShares.size()> column_widths() {
  std::array<int, kColumnShares.size()> widths{};
  std::ranges::transform(kColumnShares, widths.begin(),
                         [](double share) { return static_cast<int>(kTextWidth * share); });
  return widths;
}

void put(pugi::xml_node node, const char* name, const std::string& value) {
  pugi::xml_attribute known = node.attribute(name);
  (known ? known : node.append_attribute(name)).set_value(value.c_str());
}

// Word keeps the widths of a table only when each cell has its own and the layout is fixed.
void fix_widths(pugi::xml_node table) {
  const auto widths = column_widths();
  pugi::xml_node properties = table.child("w:tblPr");
  pugi::xml_node layout = properties.insert_child_after("w:tblLayout", properties.child("w:tblW"));
  put(layout, "w:type", "fixed");
  std::size_t column = 0;
  for (pugi::xml_node grid : table.child("w:tblGrid").children("w:gridCol")) {
    put(grid, "w:w", std::to_string(widths.at(column++)));
  }
  for (pugi::xml_node row : table.children("w:tr")) {
    column = 0;
    for (pugi::xml_node cell : row.children("w:tc")) {
      pugi::xml_node width = cell.child("w:tcPr").prepend_child("w:tcW");
      put(width, "w:w", std::to_string(widths.at(column++)));
      put(width, "w:type", "dxa");
    }
  }
}

// The first row holds the headings. The schema wants cantSplit before tblHeader, which no other row has.
bool keep_rows_whole(pugi::xml_node table, const Group& group) {
  pugi::xml_node row = table.child("w:tr");
  for (const Row& filled : group.rows) {
    row = row.next_sibling("w:tr");
    if (!row) return false;
    if (stays_whole(filled)) row.prepend_child("w:trPr").append_child("w:cantSplit");
  }
  return !row.next_sibling("w:tr");
}

// pandoc knows one table style; here each vertex has its own. The last row is the sum-up.
void dress(pugi::xml_node table, const Group& group) {
  pugi::xml_node properties = table.child("w:tblPr");
  put(properties.child("w:tblStyle"), "w:val", "Filled" + colour_of(group));
  const bool sums_up = group.rows.back().sum_up;
  pugi::xml_node look = properties.child("w:tblLook");
  put(look, "w:lastRow", sums_up ? "1" : "0");
  put(look, "w:val", sums_up ? "0060" : "0020");
  pugi::xml_node caption = properties.insert_child_after("w:tblCaption", look);
  put(caption, "w:val", fmt::format("{}. {}", group.letter, group.name));
}

// The schema wants the style first; pandoc writes the list before it.
void put_styles_first(pugi::xml_node tree) {
  for (const pugi::xpath_node& found : tree.select_nodes("//w:pPr[w:numPr]")) {
    pugi::xml_node properties = found.node();
    properties.prepend_move(properties.child("w:pStyle"));
  }
}

// A heading within a table is a small one; one that parts the text has a style of its own.
void set_off_sections(pugi::xml_node body) {
  for (pugi::xml_node paragraph : body.children("w:p")) {
    pugi::xml_node style = paragraph.child("w:pPr").child("w:pStyle");
    if (std::string_view{style.attribute("w:val").value()} == "Heading2") put(style, "w:val", "Section");
  }
}

// Hidden, lest Word list them among the bookmarks of whoever writes in it.
void hide_marks(pugi::xml_node body) {
  for (const pugi::xpath_node& found : body.select_nodes(".//w:bookmarkStart")) {
    pugi::xml_attribute name = found.node().attribute("w:name");
    if (const std::string hidden = std::string{"_"} + name.value(); mark_in(hidden)) name.set_value(hidden.c_str());
  }
}

bool finish_text(Package& package, const FilledTable& table) {
  pugi::xml_document tree;
  if (!load_part(package, "word/document.xml", tree)) return false;
  const pugi::xml_node body = tree.child("w:document").child("w:body");
  pugi::xml_node written = body.child("w:tbl");
  for (const Group& group : table.groups) {
    if (group.rows.empty()) continue;
    if (!written || !keep_rows_whole(written, group)) return false;
    fix_widths(written);
    dress(written, group);
    written = written.next_sibling("w:tbl");
  }
  set_off_sections(body);
  put_styles_first(body);
  hide_marks(body);
  store_part(package, "word/document.xml", tree);
  return true;
}

bool narrow_bullets(Package& package) {
  pugi::xml_document tree;
  if (!load_part(package, "word/numbering.xml", tree)) return false;
  for (pugi::xml_node list : tree.child("w:numbering").children("w:abstractNum")) {
    for (pugi::xml_node level : list.children("w:lvl")) {
      pugi::xml_node indent = level.child("w:pPr").child("w:ind");
      put(indent, "w:left", std::to_string(kBulletIndent * (level.attribute("w:ilvl").as_int() + 1)));
      put(indent, "w:hanging", std::to_string(kBulletIndent));
    }
  }
  store_part(package, "word/numbering.xml", tree);
  return true;
}

// pandoc has made an empty character style for each language of an answer; here it gets to mean it.
bool give_languages(Package& package) {
  pugi::xml_document tree;
  if (!load_part(package, "word/styles.xml", tree)) return false;
  for (pugi::xml_node style : tree.child("w:styles").children("w:style")) {
    const std::string_view name = style.child("w:name").attribute("w:val").value();
    if (!name.starts_with(kLanguageStyle)) continue;
    style.remove_child("w:rPr");
    put(style.append_child("w:rPr").append_child("w:lang"), "w:val", std::string{name.substr(kLanguageStyle.size())});
  }
  store_part(package, "word/styles.xml", tree);
  return true;
}

// pandoc mixes its own settings with ours, in an order that the schema does not allow.
bool take_settings(Package& package, const Package& reference) {
  constexpr std::string_view kName = "word/settings.xml";
  const std::string* ours = reference.part(kName);
  return ours != nullptr && package.put(kName, *ours);
}

}  // namespace

std::string finish_docx(Package& package, const Package& reference, const FilledTable& table) {
  if (!finish_text(package, table)) return "the tables are not in word/document.xml";
  if (!take_settings(package, reference)) return "no word/settings.xml";
  if (!narrow_bullets(package)) return "no word/numbering.xml";
  if (!give_languages(package)) return "no word/styles.xml";
  if (!put_facts(package, table)) return "no place for facts in docProps/custom.xml";
  if (!put_footer(package, "word/footer1.xml", table.footer)) return "no place for the footer in word/footer1.xml";
  return {};
}

}  // namespace trivium::document
