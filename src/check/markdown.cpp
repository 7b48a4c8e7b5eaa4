#include "check/markdown.hpp"

#include <cctype>
#include <string_view>

namespace trivium::check {
namespace {

std::string trimmed(const std::string& line) {
  const auto first = line.find_first_not_of(" \t");
  if (first == std::string::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
}

// Takes the spans out of a line, so that a link inside code is none.
std::string without_spans(const Passage& passage, std::vector<Passage>& spans) {
  std::string rest;
  std::size_t from = 0;
  while (true) {
    const auto open = passage.text.find('`', from);
    const auto close = open == std::string::npos ? open : passage.text.find('`', open + 1);
    if (close == std::string::npos) return rest + passage.text.substr(from);
    spans.push_back({passage.line, passage.text.substr(open + 1, close - open - 1)});
    rest += passage.text.substr(from, open - from);
    from = close + 1;
  }
}

void take_links(const Passage& passage, std::vector<Passage>& links) {
  constexpr std::string_view kOpen = "](";
  for (auto open = passage.text.find(kOpen); open != std::string::npos; open = passage.text.find(kOpen, open + 1)) {
    const auto start = open + kOpen.size();
    links.push_back({passage.line, passage.text.substr(start, passage.text.find_first_of(") ", start) - start)});
  }
}

}  // namespace

Markdown markdown(const std::vector<std::string>& lines) {
  constexpr std::string_view kFence = "```";
  Markdown result;
  bool fenced = false;
  bool indented = false;
  bool after_blank = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const int number = static_cast<int>(i) + 1;
    const std::string text = trimmed(lines[i]);
    if (text.starts_with(kFence)) {
      fenced = !fenced;
      after_blank = true;
      continue;
    }
    const bool deep = lines[i].starts_with("    ") || lines[i].starts_with('\t');
    indented = deep && (indented || after_blank);
    after_blank = text.empty();
    if (text.empty()) continue;
    if (fenced || indented) {
      result.code.push_back({number, text});
      continue;
    }
    if (text.starts_with('#')) result.headings.push_back({number, trimmed(text.substr(text.find_first_not_of('#')))});
    if (text.starts_with('|')) result.rows.push_back({number, text});
    take_links({number, without_spans({number, text}, result.spans)}, result.links);
  }
  return result;
}

std::string anchor(const std::string& heading) {
  std::string name;
  for (const char c : heading) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || c == '-' || c == '_' || byte >= 0x80U) name += static_cast<char>(std::tolower(byte));
    else if (c == ' ') name += '-';
  }
  return name;
}

}  // namespace trivium::check
