#include "server/sockets.hpp"

#include "server/target.hpp"
#include "server/who_asks.hpp"
#include "server/workers.hpp"

#include <restinio/all.hpp>

#include <algorithm>

namespace trivium::server {
namespace {

struct Traits : restinio::default_traits_t {
  static constexpr bool use_connection_count_limiter = true;
};

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

Request request_of(const restinio::request_t& taken) {
  Request request;
  request.method = taken.header().method().c_str();
  const auto target = taken.header().path();
  request.path = path_of_target({target.data(), target.size()});
  const auto query = taken.header().query();
  request.query = std::string{query.data(), query.size()};
  taken.header().for_each_field(
      [&](const restinio::http_header_field_t& field) { request.headers[lower(field.name())] = field.value(); });
  request.body = taken.body();
  request.address = taken.remote_endpoint().address().to_string();
  return request;
}

void send(const restinio::request_handle_t& taken, const Response& response) {
  auto reply = taken->create_response(
      restinio::http_status_line_t{restinio::http_status_code_t{static_cast<std::uint16_t>(response.status)}, ""});
  reply.append_header("X-Content-Type-Options", "nosniff").append_header("Referrer-Policy", "same-origin");
  for (const auto& [name, value] : response.headers) reply.append_header(name, value);
  if (taken->header().should_keep_alive()) reply.connection_keep_alive();
  else reply.connection_close();
  reply.set_body(response.body);
  reply.done();
}

}  // namespace

void serve(const SocketSettings& settings, const std::function<Response(const Request&)>& answer,
           const std::function<void()>& started) {
  using namespace std::chrono_literals;
  constexpr std::size_t kMostWaiting = 4'000;
  Workers workers{settings.threads, kMostWaiting};
  const auto take = [&](restinio::request_handle_t taken) {
    const bool accepted = workers.take([taken, &answer, &settings] {
      auto request = request_of(*taken);
      request.address = who_asks(request, settings.proxies);
      send(taken, answer(request));
    });
    if (!accepted) {
      Response busy{.status = 503,
                    .headers = {{"Retry-After", "2"}, {"Content-Type", "text/plain; charset=utf-8"}},
                    .body = "Too many at once. Please try again in a moment.\n"};
      send(taken, busy);
    }
    return restinio::request_accepted();
  };
  restinio::asio_ns::io_context loop;
  restinio::http_server_t<Traits> server{restinio::external_io_context(loop),
                                         restinio::server_settings_t<Traits>{}
                                             .address(settings.listen)
                                             .port(settings.port)
                                             .request_handler(take)
                                             .max_parallel_connections(settings.most_connections)
                                             .max_pipelined_requests(4)
                                             .read_next_http_message_timelimit(15s)
                                             .handle_request_timeout(120s)
                                             .write_http_response_timelimit(60s)
                                             .incoming_http_msg_limits(restinio::incoming_http_msg_limits_t{}
                                                                           .max_url_size(8'000)
                                                                           .max_field_name_size(200)
                                                                           .max_field_value_size(8'000)
                                                                           .max_field_count(80)
                                                                           .max_body_size(settings.most_body))};
  restinio::asio_ns::signal_set signals{loop, SIGINT, SIGTERM};
  signals.async_wait([&](const auto& /*trouble*/, int /*signal*/) { server.close_sync(); });
  std::exception_ptr trouble;
  server.open_async([&] { started(); },
                    [&](std::exception_ptr reason) {
                      trouble = reason;
                      loop.stop();
                    });
  loop.run();
  if (trouble) std::rethrow_exception(trouble);
}

}  // namespace trivium::server
