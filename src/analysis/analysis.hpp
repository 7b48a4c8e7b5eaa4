// An analysis by name: what it needs, what may be set, what it gives, and the function. From the entry in the catalogue
// follow the command, the page, the JSON address and the documentation's place; the question it answers stands in the
// words of the interface, as measure.<name>.question.
#pragma once

#include "analysis/account.hpp"
#include "analysis/answer.hpp"
#include "analysis/refusal.hpp"
#include "analysis/settings.hpp"
#include "evidence/described_table.hpp"
#include "measure/random.hpp"
#include "measure/work.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace trivium::analysis {

// A table that is read before the function runs, under its name.
enum class Needed : std::uint8_t { always, where_there_is_one };
// What becomes of an amount that is missing or kept back: nothing is answered that would need it; it counts as nobody
// in sums, and what rests on it alone has no answer;
// its row is left out; a site counts as one job, or is left out where jobs weigh; or it stands so in the answer.
enum class Unknown : std::uint8_t { has_no_answer, counts_as_nobody, is_left_out, counts_as_one, keeps_its_mark };
TRIVIUM_NAMES(Unknown, has_no_answer, counts_as_nobody, is_left_out, counts_as_one, keeps_its_mark)
// Whether rows are about persons: then nothing of a row is kept, not even of one that cannot be read.
enum class About : std::uint8_t { things, persons };
// What becomes of rows that say again what stands in a table once, as a rule.
enum class Again : std::uint8_t { added_up, averaged, each_for_itself, one_tie };
TRIVIUM_NAMES(Again, added_up, averaged, each_for_itself, one_tie)
struct Once {
  std::vector<std::string_view> columns;
  Again again = Again::added_up;
};
// The settings that name the lists a correspondence joins. One that comes along may be named instead of a file, and
// says them by itself.
struct ListsJoined {
  std::string_view from;
  std::string_view to;
};
// The table and column that has all codes of another one; those it has not are remarked by a name.
struct ListedIn {
  std::string_view table;
  std::string_view column;
  std::string_view remarked;
};
// An amount that is shared out over codes: the jobs of a region over industries. A total among the codes counts twice.
// Where there is nothing that it is of (a table of one region), only the names tell. Of one input it is one amount.
struct SharedOut {
  std::string_view amount;
  std::string_view of;
  std::string_view over;
};
struct Input {
  std::string_view name;
  std::vector<evidence::Column> columns;
  Needed needed = Needed::always;
  std::optional<ListsJoined> joins{};
  Unknown unknown = Unknown::has_no_answer;
  std::optional<Once> once{};
  About about = About::things;
  std::vector<std::string_view> one_list{};  // columns whose codes are of the same list
  std::optional<ListedIn> listed_in{};       // of the codes of that list; a table that is read before
  std::vector<SharedOut> shared_out{};
};

// Everything a function may look at, the answer it writes, and what it remarks beside it.
struct Asked {
  evidence::Duck& tables;  // an input that was not given is an empty table
  const Settings& settings;
  const measure::Work& work;
  measure::Seed seed;
  Answer& answer;
  std::vector<Remark>& remarks;
};

enum class Chance { none, seeded };

struct Analysis {
  std::string_view name;  // "location-quotient"
  std::vector<Input> inputs;
  std::vector<Parameter> parameters;
  std::vector<AnswerColumn> gives;
  Chance chance;
  void (*run)(const Asked&);
  // What is wrong between tables and settings, where each by itself is right; asked before run.
  std::optional<Refusal> (*wrong)(const Asked&) = nullptr;
};

}  // namespace trivium::analysis
