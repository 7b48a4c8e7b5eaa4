#include "document/foreign_text.hpp"

#include "document/foreign_xml.hpp"
#include "document/passages.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace trivium::document {
namespace {

// Signs of Word's own fonts for symbols, as far as typing makes them: "-->" becomes an arrow.
std::string_view symbol(std::string_view code) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kSigns{
      {{"F0E0", "→"}, {"F0DF", "←"}, {"F0E8", "➔"}, {"F0F3", "⇔"}, {"F04A", "☺"}, {"F0B7", "•"}}};
  const auto found = std::ranges::find(kSigns, code, &std::pair<std::string_view, std::string_view>::first);
  return found == kSigns.end() ? "\uFFFD" : found->second;
}

// Valid UTF-8, tabs kept.
std::string clean(std::string_view text) {
  std::string kept;
  while (true) {
    const std::size_t tab = text.find('\t');
    kept += printable(text.substr(0, tab));
    if (tab == std::string_view::npos) return kept;
    kept += '\t';
    text.remove_prefix(tab + 1);
  }
}

pugi::xml_node within(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node& one : node.children()) {
    if (local(one.name()) == name) return one;
  }
  return {};
}

bool is_mark_of_bookmark(std::string_view kind) { return kind == "bookmarkStart" || kind == "bookmarkEnd"; }

}  // namespace

// True for what is passed over with everything in it.
bool ForeignText::left_out(std::string_view kind) {
  if (kind == "del" || kind == "moveFrom") {
    seen_.tracked = true;
    return true;
  }
  if (kind == "ins" || kind == "moveTo") seen_.tracked = true;
  if (kind == "commentReference") seen_.comments = true;
  if (kind == "footnoteReference" || kind == "endnoteReference") seen_.footnotes = true;
  if (kind == "drawing" || kind == "pict" || kind == "object" || kind == "AlternateContent" || kind == "altChunk") {
    seen_.pictures = true;
    return true;
  }
  return kind.ends_with("Pr") || kind == "instrText" || kind == "delText" || kind == "delInstrText";
}

void ForeignText::say(ForeignLine& line, std::string_view text) {
  if (text.empty() || too_long()) return;
  length_ += text.size();
  if (line.pieces.empty() || line.pieces.back().mark != current_) line.pieces.push_back({current_, {}});
  line.pieces.back().text += clean(text);
}

void ForeignText::bookmark(pugi::xml_node node) {
  const std::string id{attribute(node, "id")};
  if (local(node.name()) == "bookmarkStart") {
    const auto mark = mark_in(attribute(node, "name"));
    if (!mark) return;
    open_.insert_or_assign(id, *mark);
    current_ = mark;
  } else if (const auto open = open_.find(id); open != open_.end()) {
    if (current_ == open->second) current_.reset();
    open_.erase(open);
  }
}

void ForeignText::run(pugi::xml_node node, ForeignLine& line) {
  for (const pugi::xml_node& one : node.children()) {
    const std::string_view kind = local(one.name());
    if (left_out(kind)) continue;
    if (kind == "t") say(line, one.text().get());
    else if (kind == "tab" || kind == "ptab") say(line, "\t");
    else if (kind == "br" || kind == "cr") say(line, "\n");
    else if (kind == "noBreakHyphen") say(line, "\u2011");
    else if (kind == "softHyphen") say(line, "\u00AD");
    else if (kind == "sym") say(line, symbol(attribute(one, "char")));
  }
}

void ForeignText::inside(pugi::xml_node node, ForeignLine& line) {
  for (const pugi::xml_node& one : node.children()) {
    const std::string_view kind = local(one.name());
    if (kind == "r") run(one, line);
    else if (is_mark_of_bookmark(kind)) bookmark(one);
    else if (!left_out(kind)) inside(one, line);
  }
}

void ForeignText::paragraph(pugi::xml_node node, std::vector<ForeignLine>& lines) {
  const pugi::xml_node properties = within(node, "pPr");
  if (!joins_next_ || lines.empty()) {
    lines.push_back({.place = numbering_.place(properties), .label_style = numbering_.is_label(properties)});
  }
  const bool end_deleted = within(within(properties, "rPr"), "del") || within(within(properties, "rPr"), "moveFrom");
  if (end_deleted) seen_.tracked = true;
  joins_next_ = end_deleted;
  inside(node, lines.back());
}

void ForeignText::block(pugi::xml_node node, std::vector<ForeignLine>& lines) {
  for (const pugi::xml_node& one : node.children()) {
    const std::string_view kind = local(one.name());
    if (kind == "p") {
      paragraph(one, lines);
    } else if (is_mark_of_bookmark(kind)) {
      bookmark(one);
    } else if (!left_out(kind)) {
      if (kind == "tbl") seen_.tables = true;
      block(one, lines);
    }
  }
}

}  // namespace trivium::document
