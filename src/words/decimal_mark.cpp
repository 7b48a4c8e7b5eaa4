#include "words/decimal_mark.hpp"

#include <unicode/dcfmtsym.h>

#include <map>
#include <string>

namespace trivium::words {

char decimal_mark(std::string_view language) {
  thread_local std::map<std::string, char, std::less<>> known;
  const auto found = known.find(language);
  if (found != known.end()) return found->second;
  UErrorCode trouble = U_ZERO_ERROR;
  const icu::DecimalFormatSymbols symbols{icu::Locale{std::string{language}.c_str()}, trouble};
  const bool comma = U_SUCCESS(trouble) &&
                     symbols.getSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol) == icu::UnicodeString{u','};
  return known[std::string{language}] = comma ? ',' : '.';
}

}  // namespace trivium::words
