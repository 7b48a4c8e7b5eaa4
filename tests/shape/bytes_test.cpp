#include "shape/bytes.hpp"
#include "shape/by_chance.hpp"

#include <doctest/doctest.h>

namespace trivium::shape {

TEST_CASE("base64 is what RFC 4648 says it is") {
  CHECK(to_base64("") == "");
  CHECK(to_base64("f") == "Zg==");
  CHECK(to_base64("fo") == "Zm8=");
  CHECK(to_base64("foo") == "Zm9v");
  CHECK(to_base64("foob") == "Zm9vYg==");
  CHECK(to_base64("fooba") == "Zm9vYmE=");
  CHECK(to_base64("foobar") == "Zm9vYmFy");
  CHECK(to_base64("\xFB\xFF") == "+/8=");
}

TEST_CASE("whatever the bytes, base64 gives them back") {
  for (unsigned seed = 0; seed < 500; ++seed) {
    CAPTURE(seed);
    by_chance::Chance chance{seed};
    const std::string bytes = by_chance::bytes(chance, by_chance::below(chance, 200));
    const std::string text = to_base64(bytes);
    CHECK(text.size() == (bytes.size() + 2) / 3 * 4);
    CHECK(from_base64(text) == bytes);
  }
}

TEST_CASE("text that is not base64 gives nothing") {
  for (const std::string text :
       {"Zg", "Zg=", "Zg===", "Z===", "====", "Zg==Zg==", "Z=g=", "Zm9*", "Zm 9", "Zm9v\n", "-_8="}) {
    CAPTURE(text);
    CHECK_FALSE(from_base64(text).has_value());
  }
}

}  // namespace trivium::shape
