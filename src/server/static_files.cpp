#include "server/static_files.hpp"

#include "access/secret.hpp"

#include <fstream>
#include <sstream>

namespace trivium::server {
namespace {

std::string type_of(const std::string& extension) {
  static const std::map<std::string, std::string> kTypes{{".css", "text/css; charset=utf-8"},
                                                         {".js", "text/javascript; charset=utf-8"},
                                                         {".woff2", "font/woff2"},
                                                         {".svg", "image/svg+xml"},
                                                         {".png", "image/png"},
                                                         {".ico", "image/x-icon"},
                                                         {".webmanifest", "application/manifest+json"}};
  const auto found = kTypes.find(extension);
  return found == kTypes.end() ? std::string{} : found->second;
}

}  // namespace

StaticFiles StaticFiles::load(const std::filesystem::path& folder) {
  StaticFiles files;
  std::error_code trouble;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{folder, trouble}) {
    const std::string type = type_of(entry.path().extension().string());
    if (!entry.is_regular_file() || type.empty()) continue;
    std::ifstream stream{entry.path(), std::ios::binary};
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    File file{.type = type, .bytes = bytes.str(), .tag = {}};
    file.tag = "\"" + access::key_hash(file.bytes).substr(0, 16) + "\"";
    files.files_.emplace("/" + std::filesystem::relative(entry.path(), folder).generic_string(), std::move(file));
  }
  return files;
}

std::optional<Response> StaticFiles::answer(const Request& request) const {
  const auto found = files_.find(request.path);
  if (found == files_.end() || (request.method != "GET" && request.method != "HEAD")) return std::nullopt;
  const File& file = found->second;
  Response response;
  response.with("Content-Type", file.type).with("ETag", file.tag).with("Cache-Control", "public, max-age=3600");
  if (request.header("if-none-match") == file.tag) response.status = 304;
  else response.body = file.bytes;
  return response;
}

}  // namespace trivium::server
