// Which part of a workbook is the sheet that was named.
#include "evidence/field.hpp"
#include "evidence/refused.hpp"
#include "evidence/workbook.hpp"
#include "evidence/xml.hpp"

#include <algorithm>

namespace trivium::evidence {
namespace {

using Part = std::expected<std::string, shape::Flaws>;

Part needed(const Parts& parts, const std::string& name) {
  auto part = parts.part(name);
  if (!part) return std::unexpected{part.error()};
  if (!*part) return refused("evidence.no_workbook");
  return std::move(**part);
}

Part where_there_is_one(const Parts& parts, const std::string& name) {
  if (name.empty()) return std::string{};
  auto part = parts.part(name);
  if (!part) return std::unexpected{part.error()};
  return part->value_or("");
}

struct Relation {
  std::string id;
  std::string type;    // its last word: worksheet, sharedStrings, styles
  std::string target;  // the name of a part
};

// What a part leads to, in the file of relations beside it. Names are from the folder of the part, or from the top.
std::expected<std::vector<Relation>, shape::Flaws> relations(const Parts& parts, const std::string& of) {
  const auto slash = of.rfind('/');
  const auto folder = slash == std::string::npos ? std::string{} : of.substr(0, slash + 1);
  auto text = needed(parts, folder + "_rels/" + of.substr(folder.size()) + ".rels");
  if (!text) return std::unexpected{text.error()};
  pugi::xml_document document;
  if (!document.load_buffer_inplace(text->data(), text->size())) return refused("evidence.no_workbook");
  std::vector<Relation> made;
  for (const auto& one : child(document, "Relationships")) {
    const std::string_view type = one.attribute("Type").as_string();
    std::string target = one.attribute("Target").as_string();
    target = target.starts_with('/') ? target.substr(1) : folder + target;
    made.push_back({.id = one.attribute("Id").as_string(),
                    .type = std::string{type.substr(type.rfind('/') + 1)},
                    .target = std::move(target)});
  }
  return made;
}

struct Named {
  std::string name;
  std::string id;
};

std::vector<Named> sheets(const pugi::xml_node& workbook) {
  std::vector<Named> made;
  for (const auto& one : child(workbook, "sheets")) {
    std::string id;
    for (const auto& attribute : one.attributes()) {
      if (std::string_view{attribute.name()}.contains(':') && local(attribute.name()) == "id") id = attribute.value();
    }
    made.push_back({.name = one.attribute("name").as_string(), .id = std::move(id)});
  }
  return made;
}

// The one that is meant: by its name, or because it is alone.
std::expected<Named, shape::Flaws> chosen(const std::vector<Named>& all, const std::optional<std::string>& name) {
  if (!name && all.size() == 1) return all.front();
  constexpr std::size_t kShown = 10;
  std::string names;
  for (std::size_t i = 0; i < std::min(all.size(), kShown); ++i)
    names += (i == 0 ? "" : ", ") + shown(collapsed(trimmed(all[i].name)));
  if (all.size() > kShown) names += ", …";
  if (!name) return refused("evidence.which_sheet", {{"sheets", names}});
  const auto wanted = collapsed(trimmed(*name));
  const auto found =
      std::ranges::find_if(all, [&](const Named& one) { return collapsed(trimmed(one.name)) == wanted; });
  if (found == all.end()) return refused("evidence.no_sheet", {{"sheet", shown(*name)}, {"sheets", names}});
  return *found;
}

std::string target(const std::vector<Relation>& all, std::string_view word, std::string Relation::* member) {
  const auto found = std::ranges::find(all, word, member);
  return found == all.end() ? std::string{} : found->target;
}

}  // namespace

std::expected<Sheet, shape::Flaws> sheet(const Parts& parts, const std::optional<std::string>& name) {
  const auto top = relations(parts, "");
  if (!top) return std::unexpected{top.error()};
  const auto book = target(*top, "officeDocument", &Relation::type);
  auto text = needed(parts, book);
  if (!text) return std::unexpected{text.error()};
  const auto below = relations(parts, book);
  if (!below) return std::unexpected{below.error()};
  pugi::xml_document document;
  if (!document.load_buffer_inplace(text->data(), text->size())) return refused("evidence.no_workbook");
  const auto workbook = child(document, "workbook");
  const auto wanted = chosen(sheets(workbook), name);
  if (!wanted) return std::unexpected{wanted.error()};
  auto cells = needed(parts, target(*below, wanted->id, &Relation::id));
  if (!cells) return std::unexpected{cells.error()};
  auto strings = where_there_is_one(parts, target(*below, "sharedStrings", &Relation::type));
  if (!strings) return std::unexpected{strings.error()};
  auto styles = where_there_is_one(parts, target(*below, "styles", &Relation::type));
  if (!styles) return std::unexpected{styles.error()};
  const bool late = child(workbook, "workbookPr").attribute("date1904").as_bool(false);
  return sheet({.sheet = std::move(*cells),
                .strings = std::move(*strings),
                .styles = std::move(*styles),
                .epoch = late ? SheetParts::Epoch::year_1904 : SheetParts::Epoch::year_1900});
}

}  // namespace trivium::evidence
