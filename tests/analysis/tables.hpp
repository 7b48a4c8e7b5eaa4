// Small tables as files, and an analysis run over them.
#pragma once

#include "analysis/catalogue.hpp"
#include "analysis/run.hpp"
#include "analysis/written.hpp"
#include "evidence/scratch_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace trivium::analysis {

using Files = std::map<std::string, std::filesystem::path>;
using Typed = std::map<std::string, std::string>;

inline Request asked(std::string_view name, Files files, const Typed& typed = {}) {
  Request request{.analysis = analysis(name), .files = std::move(files), .version = "test"};
  auto settings = Settings::read(request.analysis->parameters, typed);
  REQUIRE(settings);
  request.settings = std::move(*settings);
  return request;
}

inline std::string text_of(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream{file, std::ios::binary}.rdbuf();
  return text.str();
}

inline std::string csv_of(const Request& request, const std::filesystem::path& folder, const measure::Work& work = {}) {
  const auto finding = run(request, work);
  REQUIRE(finding);
  const auto file = folder / "answer.csv";
  {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream{std::fopen(file.c_str(), "wb"), &std::fclose};
    write_csv(*finding, stream.get());
  }
  return text_of(file);
}

inline Account account_of(const Request& request) {
  const auto finding = run(request);
  REQUIRE(finding);
  return finding->account;
}

// The first of that name.
inline std::optional<Remark> remark(const Account& account, std::string_view name) {
  const auto found = std::ranges::find(account.remarks, name, &Remark::name);
  return found == account.remarks.end() ? std::nullopt : std::optional{*found};
}

}  // namespace trivium::analysis
