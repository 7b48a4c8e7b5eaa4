// Numbers that begin as 0, in memory the system gives in large pages where it can: a table written to in no order costs
// a look-up of the page at nearly each write, and pages of 4 KiB are too many for the processor to remember.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <new>
#include <span>
#include <type_traits>

namespace trivium::measure {

template <class Number>
  requires std::is_integral_v<Number>
class Zeroed {
 public:
  // Throws std::bad_alloc where there is no room.
  explicit Zeroed(std::size_t count) : count_{count} {
    if (count == 0) return;
    void* given = ::mmap(nullptr, bytes(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (given == MAP_FAILED) throw std::bad_alloc{};
    ::madvise(given, bytes(), MADV_HUGEPAGE);  // a wish
    first_ = static_cast<Number*>(given);
  }
  Zeroed(const Zeroed&) = delete;
  Zeroed& operator=(const Zeroed&) = delete;
  Zeroed(Zeroed&&) = delete;
  Zeroed& operator=(Zeroed&&) = delete;
  ~Zeroed() {
    if (first_ != nullptr) ::munmap(first_, bytes());
  }

  std::span<Number> all() { return {first_, count_}; }

 private:
  std::size_t bytes() const { return count_ * sizeof(Number); }

  Number* first_ = nullptr;
  std::size_t count_;
};

}  // namespace trivium::measure
