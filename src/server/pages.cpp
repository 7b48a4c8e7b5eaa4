#include "server/pages.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace trivium::server {

struct Pages::Template {
  mutable kainjow::mustache::mustache
      parsed;  // render() is not const in the library, but changes nothing unless it fails
};

namespace {

using Texts = std::map<std::string, std::string>;

std::optional<std::string> text_of(const std::filesystem::path& file) {
  std::ifstream stream{file, std::ios::binary};
  if (!stream) return std::nullopt;
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

// Indentation says nothing to a browser, and the library pays for every blank.
std::string without_indentation(const std::string& text) {
  std::istringstream lines{text};
  std::string line;
  std::string result;
  while (std::getline(lines, line)) {
    const auto first = line.find_first_not_of(" \t");
    if (first == std::string::npos) continue;
    result += line.substr(first) + "\n";
  }
  return result;
}

// Puts partials in where they stand. One that holds itself (a field whose rows hold fields) is left to the library.
std::string with_partials(const std::string& text, const Texts& partials, std::vector<std::string> inside,
                          std::set<std::string>& left, std::set<std::string>& missing) {
  std::string result;
  std::size_t from = 0;
  while (true) {
    const auto open = text.find("{{>", from);
    if (open == std::string::npos) return result + text.substr(from);
    const auto close = text.find("}}", open);
    if (close == std::string::npos) return result + text.substr(from);
    std::string name = text.substr(open + 3, close - open - 3);
    std::erase(name, ' ');
    result += text.substr(from, open - from);
    from = close + 2;
    const auto partial = partials.find(name);
    if (partial == partials.end()) {
      missing.insert(name);
    } else if (std::ranges::find(inside, name) != inside.end()) {
      left.insert(name);
      result += "{{>" + name + "}}";
    } else {
      auto deeper = inside;
      deeper.push_back(name);
      std::string body = with_partials(partial->second, partials, deeper, left, missing);
      if (body.ends_with('\n')) body.pop_back();
      result += body;
    }
  }
}

std::string escaped(const std::string& text) { return kainjow::mustache::html_escape(text); }

// {{#t}}key{{/t}} with a fixed key and no arguments becomes the words themselves.
std::string with_words(const std::string& text, const words::Words& words, const std::string& language,
                       std::set<std::string>& missing) {
  constexpr std::string_view kOpen = "{{#t}}";
  constexpr std::string_view kClose = "{{/t}}";
  std::string result;
  std::size_t from = 0;
  while (true) {
    const auto open = text.find(kOpen, from);
    const auto close = open == std::string::npos ? open : text.find(kClose, open);
    if (close == std::string::npos) return result + text.substr(from);
    const std::string key = text.substr(open + kOpen.size(), close - open - kOpen.size());
    const auto end = close + kClose.size();
    const std::string fixed = key.substr(0, key.find('|'));
    if (fixed.find("{{") == std::string::npos && !words.knows(language, fixed)) missing.insert(fixed);
    const auto* plain = words.plain(language, key);
    result += text.substr(from, open - from);
    result += plain != nullptr ? escaped(*plain) : text.substr(open, end - open);
    from = end;
  }
}

Texts texts_in(const std::filesystem::path& folder) {
  Texts texts;
  std::error_code trouble;
  for (const auto& entry : std::filesystem::directory_iterator{folder, trouble}) {
    if (entry.path().extension() != ".mustache") continue;
    if (auto text = text_of(entry.path())) texts.emplace(entry.path().stem().string(), without_indentation(*text));
  }
  return texts;
}

}  // namespace

std::expected<Pages, std::vector<std::string>> Pages::load(const std::filesystem::path& folder,
                                                           const words::Words& words) {
  Pages pages{words};
  std::vector<std::string> faults;
  const Texts partials = texts_in(folder / "parts");
  for (const auto& [name, text] : texts_in(folder)) {
    for (const auto& language : words.languages()) {
      std::set<std::string> left;
      std::set<std::string> missing_parts;
      std::set<std::string> missing_words;
      std::string whole =
          with_words(with_partials(text, partials, {}, left, missing_parts), words, language, missing_words);
      auto parsed = std::make_shared<Template>(Template{kainjow::mustache::mustache{whole}});
      if (!parsed->parsed.is_valid())
        faults.push_back(fmt::format("{}/{}.mustache: {}", folder.string(), name, parsed->parsed.error_message()));
      for (const auto& part : missing_parts)
        faults.push_back(fmt::format("{}/{}.mustache: there is no part \"{}\"", folder.string(), name, part));
      for (const auto& key : missing_words)
        faults.push_back(
            fmt::format("{}/{}.mustache: no words for \"{}\" in \"{}\"", folder.string(), name, key, language));
      for (const auto& part : left) {
        std::set<std::string> ignored;
        auto inner =
            with_words(with_partials(partials.at(part), partials, {part}, ignored, ignored), words, language, ignored);
        pages.self_holding_[language][part] = std::move(inner);
      }
      pages.templates_.emplace(language + "/" + name, std::move(parsed));
    }
  }
  if (!pages.has("layout")) faults.push_back(fmt::format("{}: there is no layout.mustache", folder.string()));
  if (!faults.empty()) return std::unexpected{std::move(faults)};
  return pages;
}

bool Pages::has(const std::string& page) const { return templates_.contains(words_->languages().front() + "/" + page); }

std::string Pages::content(const std::string& page, const std::string& language, PageData& data) const {
  // "key|name=value|name=value": split before the values are filled in, so that a value cannot bring arguments along.
  data["t"] = PageData{
      kainjow::mustache::lambda2{[this, language](const std::string& text, const kainjow::mustache::renderer& render) {
        std::istringstream pieces{text};
        std::string piece;
        std::getline(pieces, piece, '|');
        const std::string key = render(piece);
        words::Args args;
        while (std::getline(pieces, piece, '|')) {
          const auto equals = piece.find('=');
          if (equals != std::string::npos) args[piece.substr(0, equals)] = render(piece.substr(equals + 1));
        }
        return words_->say(language, key, args);
      }}};
  // "{{typed.city}}|{{city}}": marks the option of a list that was chosen.
  data["selected_if"] = PageData{
      kainjow::mustache::lambda2{[](const std::string& text, const kainjow::mustache::renderer& render) -> std::string {
        const auto bar = text.find('|');
        return render(text.substr(0, bar)) == render(text.substr(bar + 1)) ? " selected" : "";
      }}};
  if (const auto parts = self_holding_.find(language); parts != self_holding_.end()) {
    for (const auto& [name, text] : parts->second)
      data[name] = PageData{kainjow::mustache::partial{[&text] { return text; }}};
  }
  return templates_.find(language + "/" + page)->second->parsed.render(data);
}

std::string Pages::around(const std::string& content, const std::string& language, PageData& data) const {
  data["content"] = PageData{content};
  return templates_.find(language + "/layout")->second->parsed.render(data);
}

}  // namespace trivium::server
