#include "app/whole_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace trivium::app {
namespace {

constexpr mode_t kReadableByAll = 0644;

}  // namespace

WholeFile::WholeFile(std::filesystem::path path) : path_{std::move(path)}, part_{path_.string() + ".part"} {
  const auto folder = path_.has_parent_path() ? path_.parent_path() : std::filesystem::path{"."};
  int file = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, kReadableByAll);
  if (file < 0 && errno != ENOENT && errno != EACCES) {
    file = open(part_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, kReadableByAll);
    named_ = file >= 0;
  }
  if (file < 0) fail("cannot be written");
  stream_.reset(fdopen(file, "w+"));
  if (!stream_) fail("cannot be written");
}

WholeFile::~WholeFile() {
  std::error_code nothing_to_do;
  if (named_) std::filesystem::remove(part_, nothing_to_do);
}

void WholeFile::fail(const std::string& what) const {
  throw std::runtime_error{
      fmt::format("{} {}: {}", path_.string(), what, std::error_code(errno, std::generic_category()).message())};
}

std::filesystem::path WholeFile::address() const { return fmt::format("/proc/self/fd/{}", fileno(stream_.get())); }

void WholeFile::settle() {
  if (std::fflush(stream_.get()) != 0 || fsync(fileno(stream_.get())) != 0) fail("could not be written whole");
}

void WholeFile::keep() {
  settle();
  if (!named_) {
    std::filesystem::remove(part_);
    if (linkat(AT_FDCWD, address().c_str(), AT_FDCWD, part_.c_str(), AT_SYMLINK_FOLLOW) != 0)
      fail("could not be given its name");
    named_ = true;
  }
  if (std::rename(part_.c_str(), path_.c_str()) != 0) fail("could not be given its name");
  named_ = false;
}

}  // namespace trivium::app
