// Long work: on how many threads, how far it is, and whether it is still wanted.
//
// No number may depend on how many threads there are. So work is cut into blocks that depend on the input alone, each
// block gives a result of its own, and results are put together in the order of the blocks.
#pragma once

#include <cstddef>
#include <functional>
#include <stdexcept>
#include <stop_token>

namespace trivium::measure {

struct Work {
  unsigned threads = 1;
  std::stop_token stop{};  // asked for before each block; a block should take less than a second
  std::function<void(std::size_t done, std::size_t of)> progress{};  // one call at a time, from any thread
};

// The work was stopped. What was reached is thrown away: there is the whole result or none.
struct Cancelled : std::runtime_error {
  Cancelled() : std::runtime_error{"the work was stopped"} {}
};

// Calls block(0) … block(count - 1), each once, in no particular order, on work.threads threads.
// Throws Cancelled where the work was stopped, and otherwise the first thing that a block throws.
void in_blocks(const Work& work, std::size_t count, const std::function<void(std::size_t)>& block);

}  // namespace trivium::measure
