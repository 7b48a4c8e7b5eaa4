#include "api/about_page.hpp"

namespace trivium::api {

Outcome<AboutPage> ShowAbout::operator()(const Nothing& /*nothing*/, const Asking& asking) const {
  const bool told = asking.visitor && asking.visitor->hosts;
  return AboutPage{.version = version, .data_folder = told ? data_folder : std::string{}};
}

}  // namespace trivium::api
