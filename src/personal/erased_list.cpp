#include "personal/erased_list.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace trivium::personal {
namespace {

constexpr std::size_t kKey = 16;
constexpr std::size_t kHash = 32;
constexpr int kAlphabet = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

using Key = std::array<unsigned char, kKey>;

std::string text_of(const unsigned char* bytes, std::size_t size) {
  std::string text(sodium_base64_encoded_len(size, kAlphabet), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes, size, kAlphabet);
  text.pop_back();
  return text;
}

// key.hash
std::string token_with(const Key& key, const std::string& id) {
  std::array<unsigned char, kHash> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(id.data()), id.size(), key.data(),
                     key.size());
  return text_of(key.data(), key.size()) + "." + text_of(hash.data(), hash.size());
}

std::optional<Key> key_in(const std::string& token) {
  const auto dot = token.find('.');
  Key key{};
  std::size_t size = 0;
  if (dot == std::string::npos ||
      sodium_base642bin(key.data(), key.size(), token.data(), dot, nullptr, &size, nullptr, kAlphabet) != 0)
    return std::nullopt;
  return size == key.size() ? std::optional{key} : std::nullopt;
}

void write_through(const std::filesystem::path& file, const std::string& text) {
  const int to = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const bool written =
      to >= 0 && ::write(to, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(to) == 0;
  if (to >= 0) ::close(to);
  if (!written) throw store::Fault{fmt::format("{} cannot be written.", file.string())};
}

}  // namespace

Erasure erasure_of(const std::string& id, const shape::Date& day) {
  if (sodium_init() < 0) throw store::Fault{"libsodium cannot be started"};
  Key key{};
  randombytes_buf(key.data(), key.size());
  return {.token = token_with(key, id), .day = day};
}

bool means(const Erasure& erasure, const std::string& id) {
  const auto key = key_in(erasure.token);
  return key && token_with(*key, id) == erasure.token;
}

std::vector<Erasure> erasures(store::Session& session) {
  return session.rows<Erasure>("select {} from erasures order by day, token");
}

void keep(store::Session& session, const std::vector<Erasure>& erasures) {
  for (const auto& [token, day] : erasures)
    session.run("insert into erasures (token, day) values (:token, :day) on conflict (token) do nothing",
                {{"token", token}, {"day", day}});
}

std::filesystem::path list_in(const std::filesystem::path& folder) { return folder / "erased.list"; }

std::string as_text(const std::vector<Erasure>& erasures) {
  std::string text;
  for (const auto& [token, day] : erasures) text += fmt::format("{} {}\n", day.text, token);
  return text;
}

std::expected<std::vector<Erasure>, std::string> read_list(const std::filesystem::path& file) {
  std::vector<Erasure> all;
  std::ifstream stream{file};
  for (std::string line; std::getline(stream, line);) {
    if (line.empty()) continue;
    std::istringstream parts{line};
    std::string day;
    std::string token;
    std::string more;
    parts >> day >> token;
    if (!shape::read_date(day) || !key_in(token) || parts >> more) return std::unexpected{line};
    all.push_back({.token = token, .day = {day}});
  }
  return all;
}

void write_list(const std::filesystem::path& file, const std::vector<Erasure>& erasures) {
  const auto making = file.string() + ".making";
  write_through(making, as_text(erasures));
  std::filesystem::rename(making, file);
  const int folder = ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) {
    ::fsync(folder);
    ::close(folder);
  }
}

std::vector<Erasure> both(std::vector<Erasure> some, const std::vector<Erasure>& others) {
  for (const auto& other : others) {
    if (std::ranges::find(some, other.token, &Erasure::token) == some.end()) some.push_back(other);
  }
  std::ranges::sort(some, {}, [](const Erasure& one) { return std::pair{one.day.text, one.token}; });
  return some;
}

}  // namespace trivium::personal
