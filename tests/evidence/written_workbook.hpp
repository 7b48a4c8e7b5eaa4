// A small workbook made by hand: the parts of an XLSX in a zip.
#pragma once

#include <zip.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace trivium::evidence {

using NamedParts = std::vector<std::pair<std::string, std::string>>;

inline std::filesystem::path zipped(const std::filesystem::path& file, const NamedParts& parts) {
  int trouble = 0;
  zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &trouble);
  if (archive == nullptr) throw std::runtime_error{"no zip at " + file.string()};
  for (const auto& [name, text] : parts) {
    zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
    if (source == nullptr || zip_file_add(archive, name.c_str(), source, ZIP_FL_OVERWRITE) < 0)
      throw std::runtime_error{"no part " + name};
  }
  if (zip_close(archive) != 0) throw std::runtime_error{"zip is not written"};
  return file;
}

// With the sheets named, whose rows are the inside of sheetData, its end and what follows. Format 1 is a day, 2 a day
// of its own, 3 a number with "mm" in quotes.
inline NamedParts workbook_parts(const std::vector<std::pair<std::string, std::string>>& sheets,
                                 const std::string& properties = "", const std::vector<std::string>& strings = {}) {
  const std::string head = R"(<?xml version="1.0" encoding="UTF-8"?>)";
  std::string named;
  std::string relations;
  NamedParts parts;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const auto number = std::to_string(i + 1);
    named += "<sheet name=\"" + sheets[i].first + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>";
    relations += "<Relationship Id=\"rId" + number + R"(" Type="http://x/worksheet" Target="worksheets/sheet)" +
                 number + ".xml\"/>";
    parts.emplace_back("xl/worksheets/sheet" + number + ".xml",
                       head + "<worksheet><sheetData>" + sheets[i].second + "</worksheet>");
  }
  std::string table;
  for (const auto& text : strings) table += "<si>" + text + "</si>";
  parts.emplace_back("_rels/.rels", head + R"(<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" )"
                                           R"(Target="xl/workbook.xml"/></Relationships>)");
  parts.emplace_back("xl/_rels/workbook.xml.rels",
                     head + "<Relationships>" + relations +
                         R"(<Relationship Id="s" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/>)"
                         R"(<Relationship Id="f" Type="http://x/styles" Target="styles.xml"/></Relationships>)");
  parts.emplace_back("xl/workbook.xml", head + R"(<x:workbook xmlns:x="m" xmlns:r="n">)" + "<x:workbookPr " +
                                            properties + "/><x:sheets>" + named + "</x:sheets></x:workbook>");
  parts.emplace_back("xl/sharedStrings.xml", head + "<sst>" + table + "</sst>");
  parts.emplace_back("xl/styles.xml",
                     head + R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[Red]dd\.mm\.yyyy"/>)"
                            R"(<numFmt numFmtId="165" formatCode="0&quot; mm&quot;"/></numFmts><cellXfs>)"
                            R"(<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>)"
                            R"(</cellXfs></styleSheet>)");
  return parts;
}

// Cells of a row as typed text: "A1", "t" …; empty ones are left out.
inline std::string row_of(unsigned number, const std::vector<std::string>& cells) {
  std::string made = "<row r=\"" + std::to_string(number) + "\">";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    made += "<c r=\"" + std::string(1, static_cast<char>('A' + i)) + std::to_string(number) +
            R"(" t="inlineStr"><is><t>)" + cells[i] + "</t></is></c>";
  }
  return made + "</row>";
}

}  // namespace trivium::evidence
