// An analysis from files to its finding: the tables are read as described, the function runs, and the account says what
// the numbers rest on.
#pragma once

#include "analysis/account.hpp"
#include "analysis/analysis.hpp"

#include <expected>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>

namespace trivium::analysis {

// How the files at hand are written, where it is not the usual way.
struct Reading {
  std::map<std::string, std::string> headers{};     // by our column, or table.column: the file's header
  std::vector<evidence::Marker> markers{};          // beside the usual ":" and "*"
  std::optional<evidence::SuppressedWhere> kept{};  // amounts are suppressed where another column says so
  evidence::Letters letters = evidence::Letters::utf8;
  char decimal_mark = '.';
  char thousands_mark = '\0';
};

enum class RefusedRows : std::uint8_t { stop, are_left_out };

struct Request {
  const Analysis* analysis = nullptr;
  std::map<std::string, std::filesystem::path> files{};  // by input: .parquet is Parquet, all else text
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

// What is wrong in one of the files, with how many rows have something wrong; flaws holds the first of them.
struct Refusal {
  std::string input;
  shape::Flaws flaws;
  std::uint64_t rows;
};

// `begins` is told each step before it begins: the input that is read, and at last "" for the counting.
std::expected<Finding, Refusal> run(const Request& request, const measure::Work& work = {},
                                    const std::function<void(std::string_view)>& begins = nullptr);

}  // namespace trivium::analysis
