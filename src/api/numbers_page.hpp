// What was counted of a cluster, year by year: shown as it was read, and pasted anew by those who hold a role there.
#pragma once

#include "api/asking.hpp"
#include "api/house.hpp"
#include "api/outcome.hpp"
#include "triangle/cluster_numbers.hpp"

namespace trivium::api {

struct NumbersYear {
  int year;
  std::vector<std::optional<double>> cells;  // by column, without that of the year
  std::vector<std::string> shown;            // the same in words: "" where there is no number
};
TRIVIUM_SHAPE(NumbersYear, year, cells, shown)

struct NumbersColumn {
  std::string name;   // as it stands in the header
  std::string means;  // in the reader's words
};
TRIVIUM_SHAPE(NumbersColumn, name, means)

struct NumbersPage {  // GET /clusters/{cluster}/numbers
  triangle::ClusterId cluster;
  std::string city;
  std::string name;
  bool illustration;
  std::vector<NumbersColumn> columns;  // without the year
  std::vector<NumbersYear> years;
  std::string source;
  std::string written_by;
  std::optional<shape::Instant> written_at;
  std::string header;        // all columns, to begin a table with
  std::string typed_source;  // the form's
  std::string numbers;
  triangle::DecimalMark decimal;
  int revision;
  bool two_texts;  // others were saved while this was typed: they stand above, the typed ones in the form
};
TRIVIUM_SHAPE(NumbersPage, cluster, city, name, illustration, columns, years, source, written_by, written_at, header,
              typed_source, numbers, decimal, revision, two_texts)

struct NumbersAddress {
  triangle::ClusterId cluster;
};
TRIVIUM_SHAPE(NumbersAddress, cluster)

struct ShowNumbers {
  const House& house;
  Outcome<NumbersPage> operator()(const NumbersAddress& given, const Asking& asking) const;
};

struct GiveNumbers {  // POST /clusters/{cluster}/numbers
  triangle::ClusterId cluster;
  int revision;  // the one this was typed on; 0 for first ones
  std::optional<std::string> source;
  std::optional<std::string> numbers;
  std::optional<triangle::DecimalMark> decimal;
};
TRIVIUM_SHAPE(GiveNumbers, cluster, revision, source, numbers, decimal)

struct NumbersConflict {  // what is stored by now
  std::string source;
  std::string numbers;
  triangle::DecimalMark decimal;
  int revision;
};
TRIVIUM_SHAPE(NumbersConflict, source, numbers, decimal, revision)

struct KeptNumbers {
  int revision;
};
TRIVIUM_SHAPE(KeptNumbers, revision)

struct KeepNumbers {
  const House& house;
  Outcome<Done<KeptNumbers>> operator()(const GiveNumbers& given, const Asking& asking) const;
};

// The page as it was typed, for when something has to be put right or other numbers are stored already.
struct ShowNumbersAsTyped {
  const House& house;
  Outcome<NumbersPage> operator()(const shape::Json& typed, const Refusal& refusal, const Asking& asking) const;
};

}  // namespace trivium::api
