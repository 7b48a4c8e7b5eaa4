#include "check/memory.hpp"

#include "check/program.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <fstream>
#include <set>
#include <string_view>

namespace trivium::check {
namespace {

std::uint64_t fnv(std::string_view text, std::uint64_t start) {
  constexpr std::uint64_t kPrime = 0x100000001b3ULL;
  std::uint64_t hash = start;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return hash;
}

// Of compilers and of what is compiled against. Where there is no dpkg, nothing is known of them.
std::string versions_installed(const std::filesystem::path& folder) {
  return ended({"sh", "-c", "dpkg-query -W '*-dev' 'g++*' 'gcc*' 'clang*' 2>/dev/null || true"}, folder).output;
}

std::string without(std::string text, const std::string& part) {
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at)) text.erase(at, part.size());
  return text;
}

}  // namespace

Makings::Makings(const Checkout& checkout) : checkout_{checkout}, installed_{versions_installed(checkout.root)} {}

const Makings::Read& Makings::read(const std::string& file) {
  const auto known = read_.find(file);
  if (known != read_.end()) return known->second;
  return read_.emplace(file, Read{checkout_.text(file), own_includes(checkout_.lines(file))}).first->second;
}

std::string Makings::key(const std::string& file, const std::string& rules) {
  std::set<std::string> reached{file};
  std::vector<std::string> waiting{file};
  while (!waiting.empty()) {
    const std::string next = waiting.back();
    waiting.pop_back();
    for (const auto& include : read(next).includes) {
      const std::string header = "src/" + include.file;
      if (std::filesystem::exists(checkout_.root / header) && reached.insert(header).second) waiting.push_back(header);
    }
  }
  std::string all = file + '\0' + without(rules, checkout_.root.string()) + '\0' + installed_;
  for (const auto& part : reached) all += '\0' + part + '\0' + read(part).text;
  constexpr std::uint64_t kFirst = 0xcbf29ce484222325ULL;
  constexpr std::uint64_t kSecond = 0x9ae16a3b2f90404fULL;
  return fmt::format("{:016x}{:016x}", fnv(all, kFirst), fnv(all, kSecond));
}

Memory::Memory(const Checkout& checkout, const std::string& part) : folder_{checkout.memory() / part} {
  std::filesystem::create_directories(folder_);
}

bool Memory::holds(const std::string& key) const {
  std::error_code none;
  std::filesystem::last_write_time(folder_ / key, std::filesystem::file_time_type::clock::now(), none);
  return !none;
}

void Memory::remember(const std::string& key) const { std::ofstream{folder_ / key}; }

void Memory::forget_the_old() const {
  constexpr std::chrono::days kSeason{90};
  const auto old = std::filesystem::file_time_type::clock::now() - kSeason;
  std::error_code gone;  // by another checkout, at the same time
  for (const auto& entry : std::filesystem::directory_iterator{folder_}) {
    if (entry.last_write_time(gone) < old && !gone) std::filesystem::remove(entry.path(), gone);
  }
}

}  // namespace trivium::check
