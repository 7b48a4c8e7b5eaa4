#include "access/secret.hpp"

#include "store/fault.hpp"

#include <sodium.h>

#include <array>
#include <semaphore>

namespace trivium::access {
namespace {

const bool kReady = sodium_init() >= 0;

std::counting_semaphore<2>& places() {
  static std::counting_semaphore<2> two{2};
  return two;
}

struct Place {
  Place() { places().acquire(); }
  ~Place() { places().release(); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  Place(Place&&) = delete;
  Place& operator=(Place&&) = delete;
};

template <std::size_t N>
std::string base64(const std::array<unsigned char, N>& bytes) {
  std::string text(sodium_base64_encoded_len(N, sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), N, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  text.pop_back();  // the terminating NUL it counts in
  return text;
}

}  // namespace

std::string new_key() {
  if (!kReady) throw store::Fault{"libsodium cannot be started"};
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return base64(bytes);
}

std::string key_hash(std::string_view key) {
  std::array<unsigned char, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(key.data()), key.size(), nullptr,
                     0);
  return base64(hash);
}

std::string password_hash(const std::string& password) {
  const Place place;
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
    throw store::Fault{"not enough memory to keep a password safely"};
  }
  return hash.data();
}

bool password_fits(const std::string& hash, const std::string& password) {
  const Place place;
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void compare_with_nobody(const std::string& password) {
  static const std::string nobody = password_hash(new_key());
  (void)password_fits(nobody, password);
}

}  // namespace trivium::access
