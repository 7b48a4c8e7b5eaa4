#include "scratch.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <thread>

namespace trivium::document {
namespace {

constexpr Bounds kBounds{
    .time = std::chrono::seconds{10}, .memory = std::uint64_t{1} << 30U, .file = std::uint64_t{1} << 20U};

Command shell(const std::string& script, const std::filesystem::path& folder) {
  return {.words = {"sh", "-c", script}, .environment = {"PATH=/usr/bin:/bin"}, .folder = folder};
}

TEST_CASE("a program that ends well is heard") {
  const PrivateFolder folder = scratch();
  const Outcome outcome = run(shell("echo out; echo err >&2; pwd", folder.path()), kBounds);
  CHECK(outcome.ending == Ending::well);
  CHECK(outcome.said == "out\nerr\n" + folder.path().string() + "\n");
}

TEST_CASE("a program that is not there is missing, at once") {
  const PrivateFolder folder = scratch();
  const Outcome outcome = run({.words = {"no-such-program"}, .environment = {}, .folder = folder.path()}, kBounds);
  CHECK(outcome.ending == Ending::missing);
}

TEST_CASE("a program that gives up has failed and says why") {
  const PrivateFolder folder = scratch();
  const Outcome outcome = run(shell("echo no paper >&2; exit 3", folder.path()), kBounds);
  CHECK(outcome.ending == Ending::failed);
  CHECK(outcome.said == "no paper\n");
}

TEST_CASE("a program that hangs is ended in time, its children too") {
  const PrivateFolder folder = scratch();
  Bounds bounds = kBounds;
  bounds.time = std::chrono::milliseconds{300};
  const auto begun = std::chrono::steady_clock::now();
  const Outcome outcome = run(shell("sleep 60 & echo $! > child; trap '' TERM; wait", folder.path()), bounds);
  CHECK(outcome.ending == Ending::too_slow);
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds{2});
  const pid_t child = std::stoi(file_bytes(folder.path() / "child"));
  // Whoever adopts the orphan needs a moment to bury it; a buried or a dead one counts, a running one does not.
  bool gone = false;
  for (int i = 0; i < 100 && !gone; ++i) {
    const std::string state = file_bytes("/proc/" + std::to_string(child) + "/stat");
    gone = state.empty() || state.find(") Z") != std::string::npos;
    if (!gone) std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
  CHECK(gone);
}

TEST_CASE("a program that leaves a child behind does not leave it running") {
  const PrivateFolder folder = scratch();
  const Outcome outcome = run(shell("sleep 60 & echo $! > child", folder.path()), kBounds);
  CHECK(outcome.ending == Ending::well);
  const std::string state = "/proc/" + file_bytes(folder.path() / "child");
  std::this_thread::sleep_for(std::chrono::milliseconds{100});
  const std::string stat = file_bytes(state.substr(0, state.find('\n')) + "/stat");
  CHECK((stat.empty() || stat.find(") Z") != std::string::npos));
}

TEST_CASE("no more memory than allowed") {
  const PrivateFolder folder = scratch();
  Bounds bounds = kBounds;
  bounds.memory = std::uint64_t{64} << 20U;
  const Outcome outcome =
      run(shell("head -c 200000000 /dev/zero | tail -c 200000000 > /dev/null", folder.path()), bounds);
  CHECK(outcome.ending == Ending::failed);
}

TEST_CASE("no larger file than allowed") {
  const PrivateFolder folder = scratch();
  const Outcome outcome = run(shell("exec head -c 5000000 /dev/zero > large", folder.path()), kBounds);
  CHECK(outcome.ending == Ending::failed);
  CHECK(std::filesystem::file_size(folder.path() / "large") <= kBounds.file);
}

TEST_CASE("a program that talks without end is cut short") {
  const PrivateFolder folder = scratch();
  const Outcome outcome = run(shell("exec yes", folder.path()), kBounds);
  CHECK(outcome.ending == Ending::failed);
  CHECK(outcome.said.size() <= 2'000);
}

TEST_CASE("nothing is passed on: no input, no open file, no environment") {
  const PrivateFolder folder = scratch();
  ::setenv("TRIVIUM_SECRET", "s3cret", 1);
  const int open_file = ::open("/etc/hostname", O_RDONLY);  // without O_CLOEXEC, as a library might
  REQUIRE(open_file > 2);
  const Outcome outcome =
      run(shell("cat; ls /proc/$$/fd | tr '\\n' ' '; env | cut -d= -f1 | tr '\\n' ' '", folder.path()), kBounds);
  ::close(open_file);
  ::unsetenv("TRIVIUM_SECRET");
  CHECK(outcome.ending == Ending::well);
  CHECK(outcome.said.starts_with("0 1 2 "));
  CHECK(outcome.said.find("TRIVIUM_SECRET") == std::string::npos);
  CHECK(outcome.said.find(std::to_string(open_file) + " ") == std::string::npos);
}

}  // namespace
}  // namespace trivium::document
