#include "check/program.hpp"

#include "check/checkout.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <exception>
#include <mutex>
#include <thread>

namespace trivium::check {

Ended ended(const std::vector<std::string>& words, const std::filesystem::path& folder) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw CannotCheck{std::string{"no pipe: "} + std::strerror(errno)};

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, pipe[1], STDERR_FILENO);
  posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());

  auto copies = words;
  std::vector<char*> arguments;
  arguments.reserve(copies.size() + 1);
  for (auto& word : copies) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int trouble = ::posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(pipe[1]);
  if (trouble != 0) {
    ::close(pipe[0]);
    throw CannotCheck{words.front() + " cannot be started: " + std::strerror(trouble)};
  }

  Ended result;
  std::array<char, 16'384> bytes{};
  while (true) {
    const ssize_t read = ::read(pipe[0], bytes.data(), bytes.size());
    if (read < 0 && errno == EINTR) continue;
    if (read <= 0) break;
    result.output.append(bytes.data(), static_cast<std::size_t>(read));
  }
  ::close(pipe[0]);
  int state = 0;
  while (::waitpid(child, &state, 0) < 0 && errno == EINTR) {
  }
  constexpr int kKilled = 128;
  result.status = WIFEXITED(state) ? WEXITSTATUS(state) : kKilled + WTERMSIG(state);
  return result;
}

void at_once(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  std::mutex guard;
  std::exception_ptr trouble;
  const auto take = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        work(i);
      } catch (...) {
        const std::scoped_lock lock{guard};
        if (!trouble) trouble = std::current_exception();
        next = count;
      }
    }
  };
  {
    std::vector<std::jthread> threads;
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t wanted = std::min(cores, count);
    threads.reserve(wanted);
    while (threads.size() < wanted) threads.emplace_back(take);
  }
  if (trouble) std::rethrow_exception(trouble);
}

}  // namespace trivium::check
