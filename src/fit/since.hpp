// Two rounds of one manager: which breaks closed, opened or stayed, and what came, went or changed between them.
#pragma once

#include "fit/chains.hpp"

#include <functional>

namespace trivium::fit {

enum class Fate { closed, opened, stayed };

struct BreakSince {
  Fate fate;
  Break what;  // positions are those of the earlier picture where it closed, of the later one else
  bool named;  // all it is about is there in the later picture; a gap may close because nobody names the problem
  // What becomes of a problem is one thing: where it was unanswered and is on paper now, no gap closed and none opened,
  // one turned into another. Its place among the breaks: of the one that opened where this closed, and the other way;
  // or of one of the same problem that stayed, where of two gaps one is gone and the problem is no better met.
  std::optional<std::size_t> turned = {};
};

enum class Column { demands, instruments, practices };

enum class Turn { came, went, changed };
TRIVIUM_NAMES(Turn, came, went, changed)

enum class Trait { text, weight, mechanisms, scale, resource, effort };
TRIVIUM_NAMES(Trait, text, weight, mechanisms, scale, resource, effort)

struct ThingSince {
  Column column;
  Turn turn;
  std::optional<std::size_t> then;
  std::optional<std::size_t> now;
  std::vector<Trait> traits;  // changed: which, in the order of the names
};

struct Since {
  std::vector<BreakSince> breaks;  // closed, opened, stayed; each in the order worth looking at
  std::vector<ThingSince> things;  // by column; as they stand in the later picture, then what went
};

// Of each thing of the later list, its place in the earlier one: that of one of the same text, else of one of the same
// id, which was reworded. So what is typed anew is the same thing, also where an id wandered to another text.
struct Named {
  std::string id;
  std::string text;  // upper case, accents and blanks alike
};
std::vector<std::optional<std::size_t>> same_as(const std::vector<Named>& then, const std::vector<Named>& now);

// Texts are alike after `fold`. A break is the same as one of the same kind on the same demand; where means are missing
// also on the same instrument or practice.
Since since(const Picture& then, const Picture& now, const std::function<std::string(const std::string&)>& fold);

}  // namespace trivium::fit
