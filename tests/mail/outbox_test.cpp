#include "mail/outbox.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <future>

namespace trivium::mail {
namespace {

Letter letter_to(const std::string& name) {
  return {.to = name + "@example.org", .to_name = name, .subject = "S", .text = "T", .id = name, .language = "en"};
}

}  // namespace

TEST_CASE("the gap doubles from ten seconds to an hour, and starts anew") {
  Gaps gaps;
  CHECK(gaps.next() == std::chrono::seconds{10});
  CHECK(gaps.next() == std::chrono::seconds{20});
  for (int i = 0; i < 20; ++i) gaps.next();
  CHECK(gaps.next() == std::chrono::hours{1});
  gaps.start_anew();
  CHECK(gaps.next() == std::chrono::seconds{10});
}

TEST_CASE("a letter that is refused holds nobody else up") {
  std::promise<std::string> second;
  std::atomic<int> refused = 0;
  Outbox outbox{[&](const Letter& letter) -> std::expected<void, NotSent> {
                  if (letter.to_name == "one")
                    return std::unexpected{NotSent{.why = Undelivered::refused, .reason = "no such box"}};
                  second.set_value(letter.to_name);
                  return {};
                },
                [&](const NotSent& /*trouble*/) { ++refused; }};
  outbox.post(letter_to("one"));
  outbox.post(letter_to("two"));
  CHECK(second.get_future().get() == "two");
  CHECK(refused == 1);
}

TEST_CASE("a letter that is put off holds nobody else up, not one that comes while it waits, and is tried again") {
  std::promise<void> second;
  std::promise<void> third;
  std::promise<void> at_last;
  std::atomic<int> tries = 0;
  Outbox outbox{[&](const Letter& letter) -> std::expected<void, NotSent> {
                  if (letter.to_name == "one" && ++tries < 3)
                    return std::unexpected{NotSent{.why = Undelivered::put_off, .reason = "full"}};
                  if (letter.to_name == "one") at_last.set_value();
                  if (letter.to_name == "two") second.set_value();
                  if (letter.to_name == "three") third.set_value();
                  return {};
                },
                [](const NotSent& /*trouble*/) {}};
  constexpr std::chrono::seconds kLongBeforeTheGap{5};
  outbox.post(letter_to("one"));
  outbox.post(letter_to("two"));
  REQUIRE(second.get_future().wait_for(kLongBeforeTheGap) == std::future_status::ready);
  while (tries < 2) std::this_thread::yield();  // now it waits for its gap of ten seconds
  outbox.post(letter_to("three"));
  REQUIRE(third.get_future().wait_for(kLongBeforeTheGap) == std::future_status::ready);
  CHECK(at_last.get_future().wait_for(std::chrono::seconds{30}) == std::future_status::ready);
}

TEST_CASE("what cannot be sent does not keep the program from ending") {
  std::promise<void> tried;
  std::atomic<int> tries = 0;
  {
    Outbox outbox{[&](const Letter& /*letter*/) -> std::expected<void, NotSent> {
                    if (++tries == 1) tried.set_value();
                    return std::unexpected{NotSent{.why = Undelivered::unreachable, .reason = "nobody there"}};
                  },
                  [](const NotSent& /*trouble*/) {}};
    outbox.post(letter_to("one"));
    tried.get_future().wait();
  }
  CHECK(tries == 1);
}

TEST_CASE("a server that is not there is unreachable, and says so without naming anybody") {
  const auto sent = send({.address = "smtp://127.0.0.1:9", .from = "trivium@example.org", .user = {}, .password = {}},
                         letter_to("one"), {"2026-11-29T09:30:00.000Z"});
  REQUIRE_FALSE(sent.has_value());
  CHECK(sent.error().why == Undelivered::unreachable);
  CHECK_FALSE(sent.error().reason.contains("example.org"));
}

}  // namespace trivium::mail
