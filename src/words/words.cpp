#include "words/words.hpp"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/msgfmt.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace trivium::words {
namespace {

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece{text.data(), static_cast<int32_t>(text.size())});
}

// A MessageFormat may change inside while it formats, so every thread keeps its own.
const icu::MessageFormat* sentence(std::string_view language, std::string_view key, const std::string& pattern) {
  thread_local std::map<std::string, std::unique_ptr<icu::MessageFormat>, std::less<>> known;
  const std::string name = fmt::format("{}/{}/{}", language, key, std::hash<std::string>{}(pattern));
  auto found = known.find(name);
  if (found == known.end()) {
    UErrorCode trouble = U_ZERO_ERROR;
    auto format =
        std::make_unique<icu::MessageFormat>(unicode(pattern), icu::Locale{std::string{language}.c_str()}, trouble);
    if (U_FAILURE(trouble)) format.reset();
    found = known.emplace(name, std::move(format)).first;
  }
  return found->second.get();
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

std::vector<std::string> read_file(const std::filesystem::path& file,
                                   std::map<std::string, std::string, std::less<>>& into) {
  std::vector<std::string> faults;
  try {
    for (const auto& entry : YAML::LoadFile(file.string())) {
      const auto key = entry.first.as<std::string>();
      const auto text = entry.second.as<std::string>();
      const auto line = entry.first.Mark().line + 1;
      if (!into.emplace(key, text).second)
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

}  // namespace

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
  return found == own->second.end() || takes_arguments(found->second) ? nullptr : &found->second;
}

std::string Words::say(std::string_view language, std::string_view key, const Args& args) const {
  auto own = sentences_.find(language);
  if (own == sentences_.end()) own = sentences_.find(languages_.front());
  const auto found = own->second.find(key);
  if (found == own->second.end()) return fmt::format("[{}]", key);
  if (!takes_arguments(found->second)) return found->second;
  const auto* format = sentence(own->first, key, found->second);
  if (format == nullptr) return fmt::format("[{}]", key);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, value] : args) {
    names.push_back(unicode(name));
    if (is_number(value)) values.emplace_back(static_cast<int32_t>(std::stol(value)));
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
