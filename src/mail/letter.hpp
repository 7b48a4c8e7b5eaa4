// A letter as it goes over the wire (RFC 5322, RFC 2045, RFC 2047). What people typed stands in it only encoded, so
// that no name can add a line to its head.
#pragma once

#include "shape/time.hpp"

#include <expected>
#include <string>

namespace trivium::mail {

struct Letter {
  std::string to;       // address
  std::string to_name;  // may be empty
  std::string subject;
  std::string text;
  std::string id;        // of the message: the same letter sent twice can be told by it
  std::string language;  // en
};

// Head and body with CRLF; a sentence for the log where an address cannot stand in a head.
std::expected<std::string, std::string> written(const Letter& letter, const std::string& from,
                                                const shape::Instant& now);

// A name or a subject for the head: as it is where it is plain, else in encoded words of at most 75 characters.
std::string encoded(const std::string& text);

// Whether it may stand in a head and in the envelope: printable ASCII with one @, no blank, no bracket.
bool can_be_written_to(const std::string& address);

}  // namespace trivium::mail
