// Inputs that the generator of the known answers makes, in a folder of their own that goes when the test ends.
#pragma once

#include "measure/shared_files.hpp"

#include <unistd.h>

namespace made {

class Input {
 public:
  // what_size.csv
  Input(const std::string& what, const std::string& size)
      : folder_{std::filesystem::temp_directory_path() /
                ("trivium-" + what + "-" + size + "-" + std::to_string(::getpid()))},
        name_{what + "_" + size + ".csv"} {
    const auto generator = shared_files::file("data/bench/gen.py");
    if (!generator) return;
    const auto command =
        "/usr/bin/python3 " + generator->string() + " " + what + " " + size + " " + folder_.string() + " 2>/dev/null";
    made_ = std::system(command.c_str()) == 0;
    if (!made_) leave_out_for_want_of("python3-numpy, python3-pandas (script/setup test)");
  }
  ~Input() { std::filesystem::remove_all(folder_); }
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  explicit operator bool() const { return made_; }
  [[nodiscard]] shared_files::Table table() const { return shared_files::Table{folder_ / name_}; }

 private:
  std::filesystem::path folder_;
  std::string name_;
  bool made_ = false;
};

}  // namespace made
