#include "server/body.hpp"

#include "shape/form.hpp"

#include <restinio/helpers/multipart_body.hpp>

namespace trivium::server {
namespace {

using shape::Json;

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

// Documents that people choose instead of the file they exported, known by how they begin.
std::optional<std::string> document_for_export(std::string_view file) {
  if (file.starts_with("%PDF-")) return "flaw.pdf_for_export";
  if (file.starts_with("PK\x03\x04")) return "flaw.document_for_export";
  return std::nullopt;
}

// A file goes where the route's record wants bytes as it is; anywhere else it has to be JSON. Other fields are text. A
// browser sends an empty part where no file was chosen.
shape::Form from_multipart(const Request& request, const std::string& type, const Route& route) {
  namespace multipart = restinio::multipart_body;
  shape::Form form{.fields = Json::object(), .flaws = {}};
  const auto note = [&](std::string pointer, std::string key) {
    form.flaws.push_back({std::move(pointer), std::move(key), {}});
  };
  const auto boundary = parameter(type, "boundary");
  if (!boundary || boundary->empty()) {
    note("", "flaw.broken_form");
    return form;
  }
  const std::string mark = "--" + *boundary;
  for (const auto part : multipart::split_multipart_body({request.body.data(), request.body.size()}, mark)) {
    const auto parsed = multipart::try_parse_part(part);
    const auto disposition = parsed ? parsed->fields.opt_value_of("content-disposition") : std::nullopt;
    const std::string said = disposition ? std::string{disposition->data(), disposition->size()} : std::string{};
    const auto name = parameter(said, "name");
    if (!name || name->empty()) {
      note("", "flaw.broken_form");
      continue;
    }
    const std::string text{parsed->body.data(), parsed->body.size()};
    const auto file = parameter(said, "filename");
    if (!file && !shape::characters(text)) {
      note("/" + *name, "flaw.not_utf8");
    } else if (!file) {
      form.fields[*name] = text;
    } else if (text.empty()) {
      note("/" + *name, file->empty() ? "flaw.not_a_file" : "flaw.empty_file");
    } else if (is_bytes(route, *name)) {
      form.fields[*name] = shape::to_base64(text);
    } else if (auto other = document_for_export(text)) {
      note("/" + *name, *std::move(other));
    } else if (auto document = shape::parse(text)) {
      form.fields[*name] = std::move(*document);
    } else {
      for (const auto& flaw : document.error()) form.flaws.push_back({"/" + *name + flaw.pointer, flaw.key, flaw.args});
    }
  }
  return form;
}

}  // namespace

Fields read_body(const Request& request, const Route& route) {
  auto query = shape::from_form(request.query);
  Fields read{.fields = std::move(query.fields), .wire = shape::Wire::form, .flaws = std::move(query.flaws)};
  if (request.method != "POST") return read;
  const std::string type = request.header("content-type");
  if (type.starts_with("application/json")) {
    read.wire = shape::Wire::json;
    auto document = shape::parse(request.body);
    if (!document) read.flaws = document.error();
    else if (document->is_object()) read.fields.update(*document);
    else read.flaws.push_back({"", "flaw.not_an_object", {}});
    return read;
  }
  const auto form =
      type.starts_with("multipart/form-data") ? from_multipart(request, type, route) : shape::from_form(request.body);
  read.fields.update(form.fields);
  read.flaws.insert(read.flaws.end(), form.flaws.begin(), form.flaws.end());
  return read;
}

}  // namespace trivium::server
