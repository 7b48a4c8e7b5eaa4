// Where documents are written: two at once, for each takes a processor and up to a quarter of a gigabyte.
#pragma once

#include "api/outcome.hpp"
#include "document/write.hpp"

namespace trivium::api {

// The document as a file to hand over. Six more may wait; whoever comes then is asked to come back, so that those who
// only read a page never stand behind documents.
Outcome<Download> written_at_desk(const document::FilledTable& table, document::Format format,
                                  const document::Workshop& workshop, const std::string& name);

// San Sebastián Audiovisual → san-sebastian-audiovisual: letters and digits that every system can keep.
std::string file_name(const std::string& words);

}  // namespace trivium::api
