// Every address there is.
#pragma once

#include "api/house.hpp"
#include "document/write.hpp"
#include "mail/outbox.hpp"
#include "sample/sample_city.hpp"
#include "server/route.hpp"

namespace trivium::server {

struct Facts {
  std::string version;
  std::string data_folder;
  std::string public_address;
  std::string zone{};
  mail::Outbox* outbox = nullptr;  // none: this installation sends no mail
};

// The references are kept: they have to outlive the routes.
std::vector<Route> routes(const api::House& house, const sample::SampleCity& sample, const document::Workshop& workshop,
                          const Facts& facts);

// OpenAPI 3.1, from the same rows.
shape::Json openapi(const std::vector<Route>& routes, const std::string& version);

}  // namespace trivium::server
