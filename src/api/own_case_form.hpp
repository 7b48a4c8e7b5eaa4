// The form of an own case: filled from what is stored or typed, and read into a record.
#pragma once

#include "api/own_cases_page.hpp"

namespace trivium::api {

// Blank, with everything that can be ticked.
OwnCaseForm blank_form(const House& house, const std::string& language);
OwnCaseForm filled_form(const House& house, const std::string& language, const triangle::OwnCase& told);
// As it was typed, whether it can be read or not.
OwnCaseForm typed_form(const House& house, const std::string& language, const shape::Json& typed);

// What was given as it would be stored; what is wrong is added to flaws. Ids, revision and writer are the caller's.
template <class Given>
triangle::OwnCase own_case_of(const Given& given, const House& house, const Asking& asking, shape::Flaws& flaws);

}  // namespace trivium::api
