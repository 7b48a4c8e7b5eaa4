// The filled-in table as a file: DOCX and ODT by pandoc, PDF by LibreOffice from that ODT (tagged, PDF/UA-1, with title
// and language). The programs run in a private folder that is gone afterwards, without shell or input, under limits of
// time, memory and size.
//
// A call takes 0.2 s (DOCX, ODT) or about 1.5 s and 250 MB (PDF): let few run at once. The same table gives the same
// bytes for DOCX and ODT; LibreOffice writes the present instant and a random id into each PDF.
#pragma once

#include "document/filled_table.hpp"

#include <chrono>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>

namespace trivium::document {

enum class Format { docx, odt, pdf };

// What the making of documents needs from the house.
struct Workshop {
  std::filesystem::path data;     // data/document: reference documents
  std::filesystem::path scratch;  // where the private folders are made
  std::string pandoc = "pandoc";
  std::string office = "soffice";
  std::chrono::milliseconds time_limit{60'000};          // for each program
  std::uint64_t memory_limit = std::uint64_t{4} << 30U;  // address space, of which far less is used
  std::uint64_t size_limit = std::uint64_t{64} << 20U;   // of each file a program writes
};

struct Trouble {
  enum class Cause { missing, too_slow, failed };  // a program is not installed, did not end in time, or gave up
  Cause cause = Cause::failed;
  std::string reason;  // for the log: which program, and what it said
};

std::expected<std::string, Trouble> write(const FilledTable& table, Format format, const Workshop& workshop);

}  // namespace trivium::document
