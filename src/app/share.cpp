#include "app/share.hpp"

#include <cstdlib>

namespace trivium::app {

Share share() {
  namespace fs = std::filesystem;
  if (const char* told = std::getenv("TRIVIUM_SHARE"))
    return {fs::path{told} / "data", fs::path{told} / "pages", fs::path{told} / "web"};
  std::error_code trouble;
  const fs::path program = fs::read_symlink("/proc/self/exe", trouble);
  const fs::path beside = program.parent_path().parent_path() / "share" / "trivium";
  if (fs::exists(beside / "data", trouble)) return {beside / "data", beside / "pages", beside / "web"};
  const fs::path source{TRIVIUM_SOURCE_DIR};
  return {source / "data", source / "web" / "pages", source / "build" / "web"};
}

}  // namespace trivium::app
