#include "check/docs.hpp"

#include "check/markdown.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace trivium::check {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHouse = "ARCHITECTURE.md";

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream{text};
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

bool made_of(const std::string& text, std::string_view marks) {
  return !text.empty() && std::ranges::all_of(text, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.contains(c);
  });
}

class Document {
 public:
  Document(const Checkout& checkout, std::string file, std::vector<Finding>& findings)
      : checkout_{checkout}, file_{std::move(file)}, findings_{findings}, content_{markdown(checkout.lines(file_))} {}

  void check(const std::vector<std::string>& commands) {
    for (const auto& link : content_.links) follow(link);
    for (const auto& span : content_.spans) {
      look_for_file(span);
      try_command(span, commands);
    }
    for (const auto& line : content_.code) try_command(line, commands);
  }

  // | `store/` | what it is | shape | : the rooms there are, and where the last column lists rooms, those of its row.
  void compare_rooms(const Rooms& rooms) {
    std::set<std::string> named;
    for (const auto& row : content_.rows) {
      const auto cells = cells_of(row.text);
      if (cells.size() < 2 || !cells[0].starts_with('`') || !cells[0].ends_with("/`")) continue;
      const std::string room = cells[0].substr(1, cells[0].size() - 3);
      named.insert(room);
      if (!rooms.contains(room)) say(row, fmt::format("there is no room {}", room));
      else compare_uses(row, cells.back(), room, rooms);
    }
    for (const auto& [room, uses] : rooms) {
      if (!named.contains(room)) say({0, {}}, fmt::format("the table of rooms does not name {}", room));
    }
  }

 private:
  void say(const Passage& where, std::string reason) { findings_.push_back({file_, where.line, std::move(reason)}); }

  static std::vector<std::string> cells_of(const std::string& row) {
    std::vector<std::string> cells;
    std::istringstream stream{row.substr(1)};
    for (std::string cell; std::getline(stream, cell, '|');)
      cells.push_back(fmt::format("{}", fmt::join(words_of(cell), " ")));
    return cells;
  }

  void compare_uses(const Passage& row, std::string cell, const std::string& room, const Rooms& rooms) {
    std::ranges::replace(cell, ',', ' ');
    auto listed = words_of(cell);
    if (!std::ranges::all_of(listed, [&](const std::string& word) { return rooms.contains(word); })) return;
    auto uses = rooms.at(room);
    std::ranges::sort(listed);
    std::ranges::sort(uses);
    if (listed == uses) return;
    say(row, fmt::format("{} uses {}, by its row in src/CMakeLists.txt", room,
                         uses.empty() ? "no other room" : fmt::format("{}", fmt::join(uses, ", "))));
  }

  void follow(const Passage& link) {
    if (link.text.find(':') != std::string::npos) return;  // elsewhere: https:, mailto:
    const auto hash = link.text.find('#');
    const std::string path = link.text.substr(0, hash);
    const fs::path target = path.empty() ? fs::path{file_} : (fs::path{file_}.parent_path() / path).lexically_normal();
    if (!fs::exists(checkout_.root / target)) return say(link, fmt::format("the link {} leads nowhere", link.text));
    if (hash == std::string::npos || target.extension() != ".md") return;
    const auto headings = markdown(checkout_.lines(target.generic_string())).headings;
    const std::string name = link.text.substr(hash + 1);
    if (std::ranges::none_of(headings, [&](const Passage& heading) { return anchor(heading.text) == name; })) {
      say(link, fmt::format("{} has no heading #{}", target.generic_string(), name));
    }
  }

  // `server/site.cpp`, `data/framework/`: a path, unless it holds a mark that stands for something (<room>, *, …).
  void look_for_file(const Passage& span) {
    const std::string& path = span.text;
    const auto slash = path.find('/');
    if (slash == std::string::npos || slash == 0 || !made_of(path, "./_-")) return;
    const std::string top = path.substr(0, slash);
    if (top == "build" || top == "var") return;  // made by running, not there in a fresh checkout
    const bool folder = path.ends_with('/');
    const bool file = fs::path{path}.has_extension() && !folder;
    const bool ours = fs::exists(checkout_.root / top) || fs::exists(checkout_.root / "src" / top);
    if (!folder && !(file && ours) && top != "script") return;
    for (const auto& from : {fs::path{}, fs::path{"src"}, fs::path{file_}.parent_path()}) {
      if (fs::exists(checkout_.root / from / path)) return;
    }
    say(span, fmt::format("there is no {}", path));
  }

  void try_command(const Passage& code, const std::vector<std::string>& commands) {
    const auto words = words_of(code.text.starts_with("$ ") ? code.text.substr(2) : code.text);
    if (words.empty()) return;
    if (words[0].starts_with("script/") && made_of(words[0], "./_-") && !fs::exists(checkout_.root / words[0])) {
      say(code, fmt::format("there is no {}", words[0]));
    }
    const bool program = fs::path{words[0]}.filename() == "trivium";
    if (!program || words.size() < 2 || !made_of(words[1], "-") || words[1].starts_with('-')) return;
    if (std::ranges::find(commands, words[1]) == commands.end()) {
      say(code, fmt::format("trivium has no command {}", words[1]));
    }
  }

  const Checkout& checkout_;
  std::string file_;
  std::vector<Finding>& findings_;
  Markdown content_;
};

}  // namespace

Report docs(const Checkout& checkout, const std::vector<std::string>& commands) {
  Report report;
  const auto files = checkout.files(".", {".md"});
  for (const auto& file : files) Document{checkout, file, report.findings}.check(commands);
  if (std::ranges::find(files, kHouse) == files.end()) report.findings.push_back({kHouse, 0, "is missing"});
  else Document{checkout, kHouse, report.findings}.compare_rooms(checkout.rooms());
  report.looked_at = fmt::format("{} documents", files.size());
  return report;
}

}  // namespace trivium::check
