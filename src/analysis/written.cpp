#include "analysis/written.hpp"

#include "shape/csv.hpp"

#include <fmt/format.h>

namespace trivium::analysis {
namespace {

using evidence::Chunk;
using Holds = AnswerColumn::Holds;

const std::string kAll = "select * from " + std::string{Answer::kTable};

void put(std::FILE* file, std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file) != text.size())
    throw evidence::Fault{"the answer could not be written: the disk takes no more"};
}

std::string number(const Chunk& chunk, std::size_t row, std::size_t column, Holds holds) {
  if (holds == Holds::whole) return fmt::format("{}", chunk.values<std::int64_t>(column)[row]);
  return fmt::format("{}", chunk.values<double>(column)[row]);
}

}  // namespace

void write_csv(const Finding& finding, std::FILE* file, const measure::Work& work) {
  const auto& columns = finding.analysis->gives;
  std::string lines;
  for (std::size_t column = 0; column < columns.size(); ++column)
    lines += (column == 0 ? "" : ",") + shape::csv_cell(std::string{columns[column].name});
  lines += "\r\n";
  finding.tables->each(kAll, {}, work, [&](const Chunk& chunk) {
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      for (std::size_t column = 0; column < columns.size(); ++column) {
        if (column > 0) lines += ',';
        if (!chunk.known(row, column)) continue;
        const auto holds = columns[column].holds;
        lines += holds == Holds::text ? shape::csv_cell(std::string{chunk.text(row, column)})
                                      : number(chunk, row, column, holds);
      }
      lines += "\r\n";
    }
    put(file, lines);
    lines.clear();
  });
  put(file, lines);
}

void write_json(const Finding& finding, std::FILE* file, const measure::Work& work) {
  const auto& columns = finding.analysis->gives;
  put(file, "{\n\"account\": " + shape::to_json(finding.account).dump() + ",\n\"rows\": [");
  std::string lines;
  bool first = true;
  finding.tables->each(kAll, {}, work, [&](const Chunk& chunk) {
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
      lines += first ? "\n{" : ",\n{";
      first = false;
      for (std::size_t column = 0; column < columns.size(); ++column) {
        lines += fmt::format("{}\"{}\": ", column == 0 ? "" : ", ", columns[column].name);
        const auto holds = columns[column].holds;
        if (!chunk.known(row, column)) lines += "null";
        else if (holds == Holds::text) lines += shape::Json(std::string{chunk.text(row, column)}).dump();
        else lines += number(chunk, row, column, holds);
      }
      lines += '}';
    }
    put(file, lines);
    lines.clear();
  });
  put(file, "\n]\n}\n");
}

void write_parquet(const Finding& finding, const std::filesystem::path& file, const measure::Work& work) {
  finding.tables->run("copy " + std::string{Answer::kTable} + " to " + evidence::sql_text(file.string()) +
                          " (format parquet, use_tmp_file false, kv_metadata {account: " +
                          evidence::sql_text(shape::to_json(finding.account).dump()) + "})",
                      {}, work);
}

}  // namespace trivium::analysis
