#include "app/serve.hpp"

#include "access/invitation.hpp"
#include "app/contents.hpp"
#include "app/daily.hpp"
#include "app/data_folder.hpp"
#include "app/personal_command.hpp"
#include "app/reminding.hpp"
#include "app/share.hpp"
#include "server/routes.hpp"
#include "server/site.hpp"
#include "server/sockets.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>

namespace trivium::app {
namespace {

// What the first lines say: where to go, and how to become the host while nobody is.
void say_where(store::Store& store, const std::string& address) {
  const bool hosted = store.read([](store::Session& session) { return access::anybody_hosts(session); });
  if (!hosted) {
    const auto key = store.write([](store::Session& session) { return access::new_set_up_key(session, shape::now()); });
    fmt::print("To set Trivium up (this link works once, for 30 minutes):\n  {}/first-run?key={}\n", address, key);
  }
  fmt::print("Trivium is ready: {}\n", address);
  std::fflush(stdout);
}

std::unique_ptr<mail::Outbox> outbox_to(const mail::Server& server) {
  return std::make_unique<mail::Outbox>(
      [server](const mail::Letter& letter) { return mail::send(server, letter, shape::now()); },
      [](const mail::NotSent& trouble) {
        const bool later = trouble.why == mail::Undelivered::unreachable;
        spdlog::warn("an invitation was not sent{}: {}", later ? ", tried again later" : "", trouble.reason);
      });
}

}  // namespace

int serve(const ServeOptions& options) {
  const auto mail = mail_server(options.mail);
  if (!mail) {
    fmt::print(stderr, "{}\n", mail.error());
    return 2;
  }
  const auto contents = load_contents();
  if (!contents) return 2;
  const auto folders = share();
  if (options.sample && !contents->sample.told_in(options.sample_language)) {
    fmt::print(stderr, "The sample city is not told in \"{}\".\n", options.sample_language);
    return 2;
  }
  const auto pages = server::Pages::load(folders.pages, contents->words);
  if (!pages) {
    for (const auto& fault : pages.error()) fmt::print(stderr, "{}\n", fault);
    return 2;
  }
  const auto folder = DataFolder::open(options.records.data);
  if (!folder) {
    fmt::print(stderr, "{}\n", folder.error());
    return 2;
  }
  const std::uint16_t port = options.port != 0 ? options.port : free_port(options.listen);
  const std::string address =
      options.public_address.empty() ? fmt::format("http://{}:{}", options.listen, port) : options.public_address;
  constexpr int kThreads = 32;
  store::Store store{{.url = url_of(options.records), .readers = kThreads}};
  // Before anything is served: whoever the list in the folder names is not there, however the records came here.
  erase_again(store, options.records.data);
  if (options.sample) {
    store.write(
        [&](store::Session& session) { contents->sample.settle(session, options.sample_language, shape::now()); });
  }
  trail::Gathering trail{store, [](const std::string& trouble) { spdlog::error("trail: {}", trouble); }};
  const Daily daily{store};
  const auto files = server::StaticFiles::load(folders.files);
  std::unique_ptr<mail::Outbox> outbox;
  if (*mail) outbox = outbox_to(**mail);
  const api::House house = house_of(store, *contents);
  std::optional<Reminding> reminding;
  if (*mail) reminding.emplace(house, address, **mail);
  // Emptied at start: a document that was being made when the last program died is nobody's.
  const auto scratch = std::filesystem::absolute(options.records.data) / "scratch";
  std::filesystem::remove_all(scratch);
  std::filesystem::create_directory(scratch);
  const document::Workshop workshop{.data = folders.data / "document", .scratch = scratch};
  const server::Facts facts{.version = TRIVIUM_VERSION,
                            .data_folder = std::filesystem::absolute(options.records.data).string(),
                            .public_address = address,
                            .zone = options.zone.empty() ? words::machine_zone() : options.zone,
                            .outbox = outbox.get()};
  const server::Site site{store,
                          contents->words,
                          *pages,
                          files,
                          server::routes(house, contents->sample, workshop, facts),
                          {.public_address = address, .zone = facts.zone, .version = TRIVIUM_VERSION},
                          trail};
  auto proxies = options.proxies;
  // The program itself speaks no HTTPS: somebody in front of it does.
  if (proxies.empty() && address.starts_with("https://")) proxies = {"127.0.0.1", "::1"};
  server::serve(
      {.listen = options.listen, .port = port, .threads = kThreads, .proxies = std::move(proxies)},
      [&](const server::Request& request) { return site.answer(request); }, [&] { say_where(store, address); });
  fmt::print("Trivium has stopped.\n");
  return 0;
}

}  // namespace trivium::app
