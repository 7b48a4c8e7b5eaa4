// One row of the table of routes: an address, the endpoint behind it, and what it is called by those who read about it.
//
// The endpoint is a struct whose call operator takes a described record (filled from address, query and body; the
// address wins) and gives one. From the two records follow reading, refusing, page, JSON, CSV and OpenAPI.
#pragma once

#include "api/outcome.hpp"
#include "server/page_data.hpp"
#include "shape/schema.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace trivium::server {

// What was asked, before it is known whether it can be read.
struct Call {
  shape::Json fields = shape::Json::object();
  shape::Wire wire = shape::Wire::json;
  api::Asking asking;
};

struct Reply {
  std::function<shape::Json()> json;
  std::function<PageData(const Reading&)> page_data;
  std::optional<api::Download> download = std::nullopt;
  std::string go_to = {};
  std::string notice = {};
  std::optional<std::string> session_key = std::nullopt;
  std::optional<std::string> language = std::nullopt;
  std::string page = {};  // template, where it is another than the route's
};

using Answer = std::function<api::Outcome<Reply>(const Call&)>;
// The page to show again when a form could not be taken: what was typed, and why not.
using Again = std::function<api::Outcome<Reply>(const Call&, const api::Refusal&)>;

struct Route {
  std::string method;
  std::string path;      // "/assessments/{assessment}/tasks/{task}"
  std::string summary;   // a sentence, for OpenAPI and the documentation
  std::string page;      // template; "" where only JSON or a file is given
  std::string list;      // the member that CSV is made of; "" where there is none
  std::string download;  // media type where the answer is a file
  shape::Json input;     // schemas
  shape::Json output;
  shape::Json definitions = shape::Json::object();  // of the records the schemas refer to
  Answer answer;
  Again again = {};
  std::vector<std::string> segments = {};
  std::size_t most_body = std::size_t{1} << 20U;  // bytes; a table of 32 long answers has 200 kB
};

template <class T>
Reply reply_with(T record) {
  if constexpr (std::same_as<T, api::Download>) {
    return Reply{.json = {}, .page_data = {}, .download = std::move(record)};
  } else {
    auto kept = std::make_shared<const T>(std::move(record));  // shared: a std::function has to be copyable
    return Reply{.json = [kept] { return shape::to_json(*kept); },
                 .page_data = [kept](const Reading& reading) { return page_data(*kept, reading); }};
  }
}

template <class T>
Reply reply_with(api::Done<T> done) {
  Reply reply = reply_with(std::move(done.record));
  reply.go_to = std::move(done.go_to);
  reply.notice = std::move(done.notice);
  reply.session_key = std::move(done.session_key);
  reply.language = std::move(done.language);
  return reply;
}

namespace detail {

template <class T>
struct RecordOf {
  using type = T;
};
template <class T>
struct RecordOf<api::Done<T>> {
  using type = T;
};

template <class T>
shape::Json output_schema(shape::Json& definitions) {
  using Record = typename RecordOf<T>::type;
  if constexpr (std::same_as<Record, api::Download>) return {};
  else return shape::schema_of<Record>(definitions);
}

}  // namespace detail

// In and Out are read off the endpoint's call operator.
template <class Endpoint, class Out, class In>
Answer answer_of(const Endpoint& endpoint, api::Outcome<Out> (Endpoint::*)(const In&, const api::Asking&) const) {
  return [endpoint](const Call& call) -> api::Outcome<Reply> {
    auto input = shape::read<In>(call.fields, call.wire);
    if (!input) return api::put_right(std::move(input.error()));
    auto output = endpoint(*input, call.asking);
    if (!output) return std::unexpected{std::move(output.error())};
    return reply_with(std::move(*output));
  };
}

template <class Endpoint, class Out, class In>
void describe(Route& route, api::Outcome<Out> (Endpoint::*)(const In&, const api::Asking&) const) {
  route.input = shape::schema_detail::object_schema<In>(route.definitions);
  route.output = detail::output_schema<Out>(route.definitions);
}

template <class Endpoint>
Route route(std::string method, std::string path, std::string page, std::string summary, const Endpoint& endpoint) {
  Route made;
  made.method = std::move(method);
  made.path = std::move(path);
  made.page = std::move(page);
  made.summary = std::move(summary);
  made.answer = answer_of(endpoint, &Endpoint::operator());
  describe(made, &Endpoint::operator());
  return made;
}

}  // namespace trivium::server
