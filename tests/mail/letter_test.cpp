#include "mail/letter.hpp"

#include <doctest/doctest.h>

#include <rapidcheck.h>
#include <sodium.h>

#include <algorithm>

namespace trivium::mail {
namespace {

const shape::Instant kMorning{"2026-11-29T09:30:00.000Z"};
const std::string kFrom = "trivium@example.org";

Letter a_letter() {
  return {.to = "mona@example.org",
          .to_name = "Mona",
          .subject = "Send your table",
          .text = "Good day\n",
          .id = "one",
          .language = "en"};
}

std::string head_of(const Letter& letter) {
  const auto text = written(letter, kFrom, kMorning).value();
  return text.substr(0, text.find("\r\n\r\n") + 2);
}

std::string decoded(const std::string& text) {
  std::string bytes(text.size(), '\0');
  std::size_t size = 0;
  REQUIRE(sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(),
                            "\r\n", &size, nullptr, sodium_base64_VARIANT_ORIGINAL) == 0);
  bytes.resize(size);
  return bytes;
}

// The text of encoded words, put together again.
std::string understood(std::string words) {
  if (!words.contains("=?")) return words;
  std::string text;
  for (auto at = words.find("=?UTF-8?B?"); at != std::string::npos; at = words.find("=?UTF-8?B?", at + 1)) {
    const auto from = at + 10;
    text += decoded(words.substr(from, words.find("?=", from) - from));
  }
  return text;
}

}  // namespace

TEST_CASE("a letter says from whom and to whom it is, when, and by which id") {
  CHECK(head_of(a_letter()) ==
        "From: Trivium <trivium@example.org>\r\nTo: Mona <mona@example.org>\r\nSubject: Send your table\r\n"
        "Date: Sun, 29 Nov 2026 09:30:00 +0000\r\nMessage-ID: <one@example.org>\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\nContent-Language: en\r\n"
        "Auto-Submitted: auto-generated\r\n");
}

TEST_CASE("the text comes back as it was, with line ends of mail") {
  auto letter = a_letter();
  letter.text = "Buenos días:\nmañana – 20 de septiembre\n";
  const auto text = written(letter, kFrom, kMorning).value();
  CHECK(decoded(text.substr(text.find("\r\n\r\n") + 4)) == "Buenos días:\r\nmañana – 20 de septiembre\r\n");
}

TEST_CASE("no name and no subject adds a line to the head") {
  for (const std::string typed : {"Mona\r\nBcc: all@example.org", "Mona\nBcc: all@example.org", "Mona\rBcc: x",
                                  "\r\n\r\nHello", "Mona\" <all@example.org>, \"x", "=?UTF-8?Q?x?="}) {
    CAPTURE(typed);
    auto letter = a_letter();
    letter.to_name = typed;
    letter.subject = typed;
    const auto head = head_of(letter);
    CHECK_FALSE(head.contains("Bcc"));
    CHECK_FALSE(head.contains("all@"));
    CHECK(head.contains(" <mona@example.org>\r\n"));
    CHECK(std::ranges::count(head, ':') == std::ranges::count(head_of(a_letter()), ':'));
  }
}

TEST_CASE("an address that cannot stand in a head is not written to") {
  for (const std::string address : {"mona@example.org\r\nBcc: x@example.org", "mona@example.org>", "a b@example.org",
                                    "mona", "@example.org", "mona@", "a@b@c", "møna@example.org", ""}) {
    CAPTURE(address);
    auto letter = a_letter();
    letter.to = address;
    CHECK_FALSE(written(letter, kFrom, kMorning).has_value());
  }
  CHECK_FALSE(written(a_letter(), "trivium", kMorning).has_value());
}

TEST_CASE("encoded words say what was typed, in lines of at most 78 characters, whatever was typed") {
  rc::check("encoded", [] {
    const auto some = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("å", "ñ", "x", " ", "行", "😀", "?", "="));
    std::string typed;
    for (const auto& one : some) typed += one;
    const auto words = encoded(typed);
    RC_ASSERT(understood(words) == typed);
    for (std::size_t from = 0; from < words.size();) {
      const auto end = std::min(words.find("\r\n", from), words.size());
      RC_ASSERT(end - from <= 76);
      from = end + 2;
    }
  });
}

}  // namespace trivium::mail
