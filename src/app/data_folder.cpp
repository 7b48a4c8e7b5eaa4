#include "app/data_folder.hpp"

#include <fmt/format.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace trivium::app {

std::expected<DataFolder, std::string> DataFolder::open(const std::filesystem::path& folder) {
  std::error_code trouble;
  std::filesystem::create_directories(folder, trouble);
  if (trouble)
    return std::unexpected{fmt::format("The folder {} cannot be made: {}.", folder.string(), trouble.message())};
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all, trouble);
  const auto file = folder / "in-use";
  const int lock = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock < 0)
    return std::unexpected{fmt::format("Nothing can be written in {}: {}.", folder.string(), std::strerror(errno))};
  if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock);
    return std::unexpected{fmt::format(
        "Another Trivium is running on {}. Stop it first, or name another folder with --data.", folder.string())};
  }
  return DataFolder{lock};
}

DataFolder::~DataFolder() {
  if (lock_ >= 0) ::close(lock_);
}

DataFolder::DataFolder(DataFolder&& other) noexcept : lock_{std::exchange(other.lock_, -1)} {}

std::uint16_t free_port(const std::string& listen) {
  const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (probe < 0) return 0;
  sockaddr_in address{};
  address.sin_family = AF_INET;
  ::inet_pton(AF_INET, listen.c_str(), &address.sin_addr);
  socklen_t size = sizeof address;
  std::uint16_t port = 0;
  if (::bind(probe, reinterpret_cast<const sockaddr*>(&address), size) == 0 &&
      ::getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size) == 0) {
    port = ntohs(address.sin_port);
  }
  ::close(probe);
  return port;
}

}  // namespace trivium::app
