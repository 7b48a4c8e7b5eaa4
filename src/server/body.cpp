#include "server/body.hpp"

#include "shape/form.hpp"

#include <restinio/helpers/multipart_body.hpp>

namespace trivium::server {
namespace {

using api::Refusal;
using api::Why;
using shape::Json;

Refusal broken(shape::Flaws flaws) { return {.why = Why::put_right, .flaws = std::move(flaws)}; }

std::optional<std::string> parameter(const std::string& header, const std::string& name) {
  const auto at = header.find(name + "=");
  if (at == std::string::npos) return std::nullopt;
  std::string value = header.substr(at + name.size() + 1);
  if (value.starts_with('"')) return value.substr(1, value.find('"', 1) - 1);
  return value.substr(0, value.find(';'));
}

bool is_bytes(const Route& route, const std::string& member) {
  return route.input.value(Json::json_pointer{"/properties/" + member + "/contentEncoding"}, std::string{}) == "base64";
}

// A file goes where the route's record wants bytes as it is; anywhere else it has to be JSON. Other fields are text.
std::expected<Json, Refusal> from_multipart(const Request& request, const std::string& type, const Route& route) {
  namespace multipart = restinio::multipart_body;
  const auto boundary = parameter(type, "boundary");
  if (!boundary || boundary->empty()) return std::unexpected{broken({{"", "flaw.broken_form", {}}})};
  Json fields = Json::object();
  const std::string mark = "--" + *boundary;
  for (const auto part : multipart::split_multipart_body({request.body.data(), request.body.size()}, mark)) {
    const auto parsed = multipart::try_parse_part(part);
    if (!parsed) return std::unexpected{broken({{"", "flaw.broken_form", {}}})};
    const auto disposition = parsed->fields.opt_value_of("content-disposition");
    const auto name =
        disposition ? parameter(std::string{disposition->data(), disposition->size()}, "name") : std::nullopt;
    if (!name || name->empty()) return std::unexpected{broken({{"", "flaw.broken_form", {}}})};
    const std::string text{parsed->body.data(), parsed->body.size()};
    const bool file = parameter(std::string{disposition->data(), disposition->size()}, "filename").has_value();
    if (!file) {
      if (!shape::characters(text)) return std::unexpected{broken({{"/" + *name, "flaw.not_utf8", {}}})};
      fields[*name] = text;
      continue;
    }
    if (is_bytes(route, *name)) {
      fields[*name] = shape::to_base64(text);
      continue;
    }
    auto document = shape::parse(text);
    if (!document) {
      auto flaws = document.error();
      for (auto& flaw : flaws) flaw.pointer = "/" + *name + flaw.pointer;
      return std::unexpected{broken(std::move(flaws))};
    }
    fields[*name] = std::move(*document);
  }
  return fields;
}

}  // namespace

std::expected<Fields, Refusal> read_body(const Request& request, const Route& route) {
  auto query = shape::from_form(request.query);
  if (!query) return std::unexpected{broken(std::move(query.error()))};
  Fields read{.fields = std::move(*query), .wire = shape::Wire::form};
  if (request.method != "POST") return read;
  const std::string type = request.header("content-type");
  if (type.starts_with("application/json")) {
    auto document = shape::parse(request.body);
    if (!document) return std::unexpected{broken(std::move(document.error()))};
    if (!document->is_object()) return std::unexpected{broken({{"", "flaw.not_an_object", {}}})};
    read.wire = shape::Wire::json;
    read.fields.update(*document);
    return read;
  }
  if (type.starts_with("multipart/form-data")) {
    auto fields = from_multipart(request, type, route);
    if (!fields) return std::unexpected{fields.error()};
    read.fields.update(*fields);
    return read;
  }
  auto form = shape::from_form(request.body);
  if (!form) return std::unexpected{broken(std::move(form.error()))};
  read.fields.update(*form);
  return read;
}

}  // namespace trivium::server
