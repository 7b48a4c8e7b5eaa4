// A test case that cannot run here says so, and is counted: script/test ends with how many there were, and for want of
// what. A test that nobody sees missing is none.
#pragma once

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

// Into the file that TRIVIUM_LEFT_OUT names, a line for each time it is said: what is wanting, and which test case.
inline void leave_out_for_want_of(const std::string& what) {
  MESSAGE("skipped, for want of " << what);
  const auto* test = doctest::getContextOptions()->currentTest;
  const char* named = std::getenv("TRIVIUM_LEFT_OUT");
  if (named == nullptr || test == nullptr) return;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file{std::fopen(named, "a"), &std::fclose};
  if (!file) return;
  // At once, as several programs write.
  const auto line = what + "\t" + test->m_file.c_str() + "\t" + test->m_name + "\n";
  std::fputs(line.c_str(), file.get());
}
