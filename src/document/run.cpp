#include "document/run.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <linux/close_range.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string_view>
#include <thread>

namespace trivium::document {
namespace {

constexpr std::size_t kSaidAtMost = 2'000;
constexpr std::chrono::milliseconds kGlance{5};

// A descriptor that is closed with its owner.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_{number} {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() { close(); }

  int number() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

// exec wants texts it might write to.
std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  all.reserve(texts.size() + 1);
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

struct Prepared {
  char* const* words;
  char* const* environment;
  const char* folder;
  int nothing;  // /dev/null
  int said;
  int trouble;  // an errno goes here when the program does not start
  Bounds bounds;
};

bool bound(int resource, rlim_t amount) {
  const rlimit limit{.rlim_cur = amount, .rlim_max = amount};
  return ::setrlimit(static_cast<__rlimit_resource_t>(resource), &limit) == 0;
}

// Between fork and exec of a process with threads only calls that are safe in a signal handler are allowed: nothing
// here may allocate or lock.
[[noreturn]] void become(const Prepared& prepared) {
  const auto seconds = static_cast<rlim_t>(prepared.bounds.time.count() / 1'000) + 1;
  ::setpgid(0, 0);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
  // The time limit holds for the clock; this one ends a program whose server was killed meanwhile. Two processors can
  // spend twice the time.
  const bool ready = bound(RLIMIT_CPU, 2 * seconds) && bound(RLIMIT_AS, prepared.bounds.memory) &&
                     bound(RLIMIT_FSIZE, prepared.bounds.file) && bound(RLIMIT_CORE, 0) &&
                     ::chdir(prepared.folder) == 0 && ::dup2(prepared.nothing, STDIN_FILENO) >= 0 &&
                     ::dup2(prepared.said, STDOUT_FILENO) >= 0 && ::dup2(prepared.said, STDERR_FILENO) >= 0 &&
                     ::close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC) == 0;
  if (ready) ::execvpe(prepared.words[0], prepared.words, prepared.environment);
  const int reason = errno;
  [[maybe_unused]] const ssize_t written = ::write(prepared.trouble, &reason, sizeof reason);
  ::_exit(127);
}

// True when it ended by itself. Its group is ended before it is buried, so that the number is still its own.
bool ended_in_time(pid_t child, std::chrono::milliseconds time, int& status) {
  const auto deadline = std::chrono::steady_clock::now() + time;
  bool ended = false;
  while (true) {
    siginfo_t seen{};
    if (::waitid(P_PID, static_cast<id_t>(child), &seen, WEXITED | WNOHANG | WNOWAIT) == 0 && seen.si_pid == child) {
      ended = true;
      break;
    }
    if (std::chrono::steady_clock::now() >= deadline) break;
    std::this_thread::sleep_for(kGlance);
  }
  ::kill(-child, SIGKILL);
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return ended;
}

std::string end_of(int file) {
  const off_t size = ::lseek(file, 0, SEEK_END);
  if (size <= 0) return {};
  std::string text(std::min(static_cast<std::size_t>(size), kSaidAtMost), '\0');
  const ssize_t read = ::pread(file, text.data(), text.size(), size - static_cast<off_t>(text.size()));
  text.resize(read < 0 ? 0 : static_cast<std::size_t>(read));
  return text;
}

Outcome failed(std::string_view what) {
  return {.ending = Ending::failed, .said = std::string{what} + ": " + std::strerror(errno)};
}

}  // namespace

Outcome run(const Command& command, const Bounds& bounds) {
  const std::string said_path = command.folder / "said.txt";
  const Descriptor said{::open(said_path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600)};
  const Descriptor nothing{::open("/dev/null", O_RDONLY | O_CLOEXEC)};
  if (said.number() < 0 || nothing.number() < 0) return failed("no file for what it says");
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return failed("no pipe");
  const Descriptor hearing{ends[0]};
  Descriptor telling{ends[1]};

  auto given_words = command.words;
  auto given_environment = command.environment;
  const std::vector<char*> words = pointers(given_words);
  const std::vector<char*> environment = pointers(given_environment);
  const Prepared prepared{.words = words.data(),
                          .environment = environment.data(),
                          .folder = command.folder.c_str(),
                          .nothing = nothing.number(),
                          .said = said.number(),
                          .trouble = telling.number(),
                          .bounds = bounds};
  const pid_t child = ::fork();
  if (child < 0) return failed("no process");
  if (child == 0) become(prepared);
  ::setpgid(child, child);  // here too: whoever comes first, the group is there before it has to be ended
  telling.close();

  int reason = 0;
  if (::read(hearing.number(), &reason, sizeof reason) == static_cast<ssize_t>(sizeof reason)) {
    ::waitpid(child, nullptr, 0);
    return {.ending = reason == ENOENT || reason == EACCES ? Ending::missing : Ending::failed,
            .said = std::strerror(reason)};
  }
  int status = 0;
  if (!ended_in_time(child, bounds.time, status)) return {.ending = Ending::too_slow, .said = end_of(said.number())};
  const bool well = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return {.ending = well ? Ending::well : Ending::failed, .said = end_of(said.number())};
}

}  // namespace trivium::document
