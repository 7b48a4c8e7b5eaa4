// What the installation says about itself.
#pragma once

#include "api/asking.hpp"
#include "api/outcome.hpp"

namespace trivium::api {

struct AboutPage {  // GET /about
  std::string version;
  std::string data_folder;  // only for hosts; otherwise empty
};
TRIVIUM_SHAPE(AboutPage, version, data_folder)

struct ShowAbout {
  const std::string& version;
  const std::string& data_folder;
  Outcome<AboutPage> operator()(const Nothing& nothing, const Asking& asking) const;
};

}  // namespace trivium::api
