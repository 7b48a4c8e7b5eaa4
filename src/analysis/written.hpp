// A finding as a file.
//
// CSV: the answer's rows, a header, lines ended as spreadsheets end them. JSON: {"account": …, "rows": […]}. Parquet:
// the rows, the account as JSON under the key "account" of the file's own notes. Numbers are the shortest that read
// back as the same; what is not known is empty, null or null.
#pragma once

#include "analysis/run.hpp"
#include "shape/json.hpp"

#include <cstdio>

namespace trivium::analysis {

enum class Form : std::uint8_t { csv, json, parquet };
TRIVIUM_NAMES(Form, csv, json, parquet)

// Throws Cancelled where the work was stopped, and evidence::Fault where the disk takes no more.
void write_csv(const Finding& finding, std::FILE* file, const measure::Work& work = {});
void write_json(const Finding& finding, std::FILE* file, const measure::Work& work = {});
// The engine writes it, to the file that the request named as written.
void write_parquet(const Finding& finding, const std::filesystem::path& file, const measure::Work& work = {});

}  // namespace trivium::analysis
