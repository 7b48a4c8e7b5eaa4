// The words of a foreign DOCX, paragraph by paragraph, as they stand once every tracked change is taken.
#pragma once

#include "document/marks.hpp"
#include "document/numbering.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace trivium::document {

// What stands in a document and does not come along; whoever brings it is told.
struct Seen {
  bool tracked = false;  // changes: the text is taken as if they were accepted
  bool comments = false;
  bool footnotes = false;
  bool pictures = false;  // and boxes, charts, embedded files
  bool tables = false;    // within an answer: their cells come one below the other

  bool operator==(const Seen&) const = default;
};

struct Piece {
  std::optional<Mark> mark;  // the bookmark it stands in
  std::string text;          // UTF-8; of the control characters only tabs and line ends
};

struct ForeignLine {
  ListPlace place;
  bool label_style = false;
  std::vector<Piece> pieces = {};
};

inline constexpr std::size_t kMostText = std::size_t{4} << 20U;  // bytes of a whole document

class ForeignText {
 public:
  ForeignText(const Numbering& numbering, Seen& seen) : numbering_{numbering}, seen_{seen} {}

  // One paragraph, at the end of lines; on the last of them where its end was deleted.
  void paragraph(pugi::xml_node node, std::vector<ForeignLine>& lines);

  // The paragraphs below a node, also those of tables within it.
  void block(pugi::xml_node node, std::vector<ForeignLine>& lines);

  // A bookmark that begins or ends between paragraphs.
  void bookmark(pugi::xml_node node);

  // The next paragraph stands in another cell.
  void apart() { joins_next_ = false; }

  [[nodiscard]] bool too_long() const { return length_ > kMostText; }

 private:
  void inside(pugi::xml_node node, ForeignLine& line);
  void run(pugi::xml_node node, ForeignLine& line);
  void say(ForeignLine& line, std::string_view text);
  bool left_out(std::string_view kind);

  const Numbering& numbering_;
  Seen& seen_;
  std::map<std::string, Mark, std::less<>> open_;  // bookmarks by their number in the file
  std::optional<Mark> current_;
  bool joins_next_ = false;
  std::size_t length_ = 0;
};

}  // namespace trivium::document
