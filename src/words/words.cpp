#include "words/words.hpp"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/msgfmt.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace trivium::words {
namespace {

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece{text.data(), static_cast<int32_t>(text.size())});
}

// What a sentence counts, "{days, plural, …}", is a number; all else stands in it as it was given, a code of digits
// too.
std::set<std::string> counted_in(const std::string& pattern) {
  std::set<std::string> names;
  UErrorCode trouble = U_ZERO_ERROR;
  const icu::MessagePattern parsed{unicode(pattern), nullptr, trouble};
  if (U_FAILURE(trouble)) return names;
  for (int32_t i = 0; i + 1 < parsed.countParts(); ++i) {
    const auto& part = parsed.getPart(i);
    if (part.getType() != UMSGPAT_PART_TYPE_ARG_START || part.getArgType() == UMSGPAT_ARG_TYPE_NONE) continue;
    std::string name;
    parsed.getSubstring(parsed.getPart(i + 1)).toUTF8String(name);
    names.insert(std::move(name));
  }
  return names;
}

struct Ready {
  std::unique_ptr<icu::MessageFormat> format;  // none where ICU cannot read it
  std::set<std::string> counted;
};

// A MessageFormat may change inside while it formats, so every thread keeps its own.
const Ready& ready(std::string_view language, std::string_view key, const std::string& pattern) {
  thread_local std::map<std::string, Ready, std::less<>> known;
  const std::string name = fmt::format("{}/{}/{}", language, key, std::hash<std::string>{}(pattern));
  auto found = known.find(name);
  if (found == known.end()) {
    UErrorCode trouble = U_ZERO_ERROR;
    auto format =
        std::make_unique<icu::MessageFormat>(unicode(pattern), icu::Locale{std::string{language}.c_str()}, trouble);
    if (U_FAILURE(trouble)) format.reset();
    found = known.emplace(name, Ready{std::move(format), counted_in(pattern)}).first;
  }
  return found->second;
}

// A lone apostrophe is only an apostrophe to ICU; two are one.
bool takes_arguments(const std::string& pattern) {
  return pattern.find('{') != std::string::npos || pattern.find("''") != std::string::npos;
}

bool is_number(const std::string& text) {
  return !text.empty() && text.size() < 10 &&
         text.find_first_not_of("0123456789", text[0] == '-' ? 1 : 0) == std::string::npos && text != "-" &&
         (text == "0" || (text[0] != '0'));
}

}  // namespace

std::vector<std::string> Words::pieces_of(const std::string& pattern) {
  UErrorCode trouble = U_ZERO_ERROR;
  const auto text = unicode(pattern);
  const icu::MessagePattern parsed{text, nullptr, trouble};
  if (U_FAILURE(trouble)) return {};
  std::vector<std::string> pieces{""};
  int32_t from = 0;
  const auto add = [&](int32_t to) { text.tempSubStringBetween(from, to).toUTF8String(pieces.back()); };
  for (int32_t i = 1; i < parsed.countParts(); ++i) {
    const auto& part = parsed.getPart(i);
    switch (part.getType()) {
      case UMSGPAT_PART_TYPE_SKIP_SYNTAX:
      case UMSGPAT_PART_TYPE_INSERT_CHAR: add(part.getIndex()); break;
      case UMSGPAT_PART_TYPE_ARG_START:
        if (part.getArgType() != UMSGPAT_ARG_TYPE_NONE) return {};
        add(part.getIndex());
        break;
      case UMSGPAT_PART_TYPE_ARG_NAME: {
        std::string name;
        parsed.getSubstring(part).toUTF8String(name);
        pieces.push_back(std::move(name));
        pieces.emplace_back();
        break;
      }
      case UMSGPAT_PART_TYPE_ARG_LIMIT: break;
      case UMSGPAT_PART_TYPE_MSG_LIMIT: add(part.getIndex()); break;
      default: return {};
    }
    from = part.getLimit();
  }
  return pieces;
}

std::vector<std::string> Words::read_file(const std::filesystem::path& file, Sentences& into) {
  std::vector<std::string> faults;
  try {
    for (const auto& entry : YAML::LoadFile(file.string())) {
      const auto key = entry.first.as<std::string>();
      const auto line = entry.first.Mark().line + 1;
      if (!entry.second.IsScalar()) {
        faults.push_back(fmt::format("{}:{}: \"{}\" has no sentence", file.string(), line, key));
        continue;
      }
      const auto text = entry.second.as<std::string>();
      if (!into.emplace(key, Sentence{text, pieces_of(text)}).second)
        faults.push_back(fmt::format("{}:{}: \"{}\" stands twice", file.string(), line, key));
      UErrorCode trouble = U_ZERO_ERROR;
      const icu::MessageFormat tried{unicode(text), icu::Locale::getEnglish(), trouble};
      if (U_FAILURE(trouble))
        faults.push_back(fmt::format("{}:{}: \"{}\" is not a sentence ICU can read ({})", file.string(), line, key,
                                     u_errorName(trouble)));
    }
  } catch (const YAML::Exception& trouble) {
    faults.push_back(fmt::format("{}:{}: {}", file.string(), trouble.mark.line + 1, trouble.msg));
  }
  return faults;
}

std::expected<Words, std::vector<std::string>> Words::load(const std::filesystem::path& folder) {
  Words words;
  std::vector<std::string> faults;
  std::vector<std::filesystem::path> files;
  std::error_code trouble;
  for (const auto& entry : std::filesystem::directory_iterator{folder, trouble}) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  if (files.empty()) return std::unexpected{std::vector{fmt::format("{}: no language found", folder.string())}};
  std::ranges::sort(files, {}, [](const auto& file) { return std::pair{file.stem() != "en", file}; });
  for (const auto& file : files) {
    const std::string language = file.stem().string();
    words.languages_.push_back(language);
    const auto found = read_file(file, words.sentences_[language]);
    faults.insert(faults.end(), found.begin(), found.end());
  }
  const auto& reference = words.sentences_[words.languages_.front()];
  for (const auto& language : words.languages_) {
    const auto& own = words.sentences_[language];
    for (const auto& [key, text] : reference) {
      if (!own.contains(key))
        faults.push_back(fmt::format("{}: \"{}\" has no sentence in \"{}\"", folder.string(), key, language));
    }
    for (const auto& [key, text] : own) {
      if (!reference.contains(key))
        faults.push_back(fmt::format("{}: \"{}\" stands only in \"{}\"", folder.string(), key, language));
    }
  }
  if (!faults.empty()) return std::unexpected{std::move(faults)};
  return words;
}

bool Words::speaks(std::string_view language) const { return sentences_.find(language) != sentences_.end(); }

bool Words::knows(std::string_view language, std::string_view key) const {
  const auto own = sentences_.find(language);
  return own != sentences_.end() && own->second.find(key) != own->second.end();
}

const std::string* Words::plain(std::string_view language, std::string_view key) const {
  const auto own = sentences_.find(language);
  if (own == sentences_.end()) return nullptr;
  const auto found = own->second.find(key);
  return found == own->second.end() || takes_arguments(found->second.pattern) ? nullptr : &found->second.pattern;
}

std::string Words::say(std::string_view language, std::string_view key, const Args& args) const {
  auto own = sentences_.find(language);
  if (own == sentences_.end()) own = sentences_.find(languages_.front());
  const auto found = own->second.find(key);
  if (found == own->second.end()) return fmt::format("[{}]", key);
  const auto& [pattern, pieces] = found->second;
  if (!pieces.empty()) {
    std::string text = pieces.front();
    for (std::size_t i = 1; i + 1 < pieces.size(); i += 2) {
      const auto given = args.find(pieces[i]);
      text += given == args.end() ? "{" + pieces[i] + "}" : given->second;
      text += pieces[i + 1];
    }
    return text;
  }
  const auto& [format, counted] = ready(own->first, key, pattern);
  if (!format) return fmt::format("[{}]", key);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, value] : args) {
    names.push_back(unicode(name));
    if (counted.contains(name) && is_number(value)) values.emplace_back(static_cast<int32_t>(std::stol(value)));
    else values.emplace_back(unicode(value));
  }
  icu::UnicodeString result;
  UErrorCode trouble = U_ZERO_ERROR;
  format->format(names.data(), values.data(), static_cast<int32_t>(names.size()), result, trouble);
  if (U_FAILURE(trouble)) return fmt::format("[{}]", key);
  std::string text;
  result.toUTF8String(text);
  return text;
}

}  // namespace trivium::words
