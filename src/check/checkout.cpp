#include "check/checkout.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace trivium::check {
namespace {

namespace fs = std::filesystem;

bool left_out(const fs::path& folder) {
  const std::string name = folder.filename().string();
  return name.starts_with('.') || name == "build" || name == "node_modules" || name == "var";
}

std::string text_of(const fs::path& file) {
  std::ifstream stream{file, std::ios::binary};
  if (!stream) throw CannotCheck{file.string() + " cannot be read"};
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

}  // namespace

std::vector<std::string> Checkout::files(const std::string& folder,
                                         const std::vector<std::string_view>& extensions) const {
  std::vector<std::string> found;
  if (!fs::exists(root / folder)) return found;
  for (auto entry = fs::recursive_directory_iterator{root / folder}; entry != fs::recursive_directory_iterator{};
       ++entry) {
    if (entry->is_directory() && left_out(entry->path())) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file() &&
               std::ranges::find(extensions, entry->path().extension().string()) != extensions.end()) {
      found.push_back(entry->path().lexically_relative(root).lexically_normal().generic_string());
    }
  }
  std::ranges::sort(found);
  return found;
}

std::string Checkout::text(const std::string& file) const { return text_of(root / file); }

std::vector<std::string> Checkout::lines(const std::string& file) const {
  std::istringstream stream{text(file)};
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

Rooms Checkout::rooms() const {
  const fs::path file = build / "rooms.json";
  if (!fs::exists(file)) throw CannotCheck{file.string() + " is missing: configure first, with cmake --preset dev"};
  return nlohmann::json::parse(text_of(file)).get<Rooms>();
}

std::vector<Include> own_includes(const std::vector<std::string>& lines) {
  constexpr std::string_view kBlank = " \t";
  std::vector<Include> includes;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string_view rest{lines[i]};
    const auto skip_blank = [&] { rest.remove_prefix(std::min(rest.find_first_not_of(kBlank), rest.size())); };
    const auto skip = [&](std::string_view word) {
      const bool there = rest.starts_with(word);
      if (there) rest.remove_prefix(word.size());
      return there;
    };
    skip_blank();
    if (!skip("#")) continue;
    skip_blank();
    if (!skip("include")) continue;
    skip_blank();
    if (!skip("\"")) continue;
    includes.push_back({std::string{rest.substr(0, rest.find('"'))}, static_cast<int>(i) + 1});
  }
  return includes;
}

}  // namespace trivium::check
