// An analysis from files to its finding: the tables are read as described, the function runs, and the account says what
// the numbers rest on.
#pragma once

#include "analysis/account.hpp"
#include "analysis/analysis.hpp"
#include "analysis/reading.hpp"
#include "analysis/refusal.hpp"

#include <expected>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>

namespace trivium::analysis {

enum class RefusedRows : std::uint8_t { stop, are_left_out };

struct Request {
  const Analysis* analysis = nullptr;
  // By input: .parquet is Parquet, .xlsx a workbook, .px PC-Axis, all else text, which may be one of Eurostat's wide
  // tables or begin as PC-Axis does.
  std::map<std::string, std::filesystem::path> files{};
  std::map<std::string, std::string> sheets{};  // by input, of workbooks with several
  Reading reading{};
  RefusedRows refused_rows = RefusedRows::stop;
  Settings settings{};
  measure::Seed seed{1};
  std::string version{};
  std::string memory = "1GB";
  std::filesystem::path spill{};    // a folder for what does not fit into memory
  std::filesystem::path written{};  // the one file that the answer may be written to by the engine
};

// The answer lies in the engine, as the table Answer::kTable.
struct Finding {
  const Analysis* analysis;
  std::unique_ptr<evidence::Duck> tables;
  Account account;
};

// `begins` is told each step before it begins: the input that is read, and at last "" for the counting.
std::expected<Finding, Refusal> run(const Request& request, const measure::Work& work = {},
                                    const std::function<void(std::string_view)>& begins = nullptr);

}  // namespace trivium::analysis
