#include "check/memory.hpp"

#include <fmt/format.h>

#include <fstream>

namespace trivium::check {
namespace {

std::uint64_t fnv(std::string_view text, std::uint64_t start) {
  constexpr std::uint64_t kPrime = 0x100000001b3ULL;
  std::uint64_t hash = start;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return hash;
}

}  // namespace

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
  std::string all = file + '\0' + rules;
  for (const auto& part : reached) all += '\0' + part + '\0' + read(part).text;
  constexpr std::uint64_t kFirst = 0xcbf29ce484222325ULL;
  constexpr std::uint64_t kSecond = 0x9ae16a3b2f90404fULL;
  return fmt::format("{:016x}{:016x}", fnv(all, kFirst), fnv(all, kSecond));
}

Memory::Memory(const Checkout& checkout, const std::string& part) : file_{checkout.memory() / part} {
  std::ifstream stream{file_};
  for (std::string key; std::getline(stream, key);) known_.insert(key);
}

bool Memory::holds(const std::string& key) {
  const std::scoped_lock lock{guard_};
  if (!known_.contains(key)) return false;
  current_.insert(key);
  return true;
}

void Memory::remember(const std::string& key) {
  const std::scoped_lock lock{guard_};
  current_.insert(key);
  std::filesystem::create_directories(file_.parent_path());
  std::ofstream{file_, std::ios::app} << key << '\n';
}

void Memory::forget_the_rest() {
  std::filesystem::create_directories(file_.parent_path());
  const auto fresh = file_.string() + ".new";
  {
    std::ofstream stream{fresh};
    for (const auto& key : current_) stream << key << '\n';
  }
  std::filesystem::rename(fresh, file_);
}

}  // namespace trivium::check
