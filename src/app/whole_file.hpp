// A file that is there as a whole or not at all: until it is kept it has no name, so that a program that is killed
// leaves nothing behind. Where the file system cannot do that, it has the name <path>.part until then.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

namespace trivium::app {

class WholeFile {
 public:
  // Throws std::runtime_error with the path and the reason.
  explicit WholeFile(std::filesystem::path path);
  ~WholeFile();
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  std::FILE* stream() { return stream_.get(); }
  // Where another library writes it.
  std::filesystem::path address() const;
  // What was written is on the disk, still without its name. Throws where it is full.
  void settle();
  // It is on the disk under its name, in place of what had that name before.
  void keep();

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  [[noreturn]] void fail(const std::string& what) const;

  std::filesystem::path path_;
  std::filesystem::path part_;
  bool named_ = false;  // it has the name part_
  std::unique_ptr<std::FILE, Close> stream_;
};

}  // namespace trivium::app
