// From a request to its answer: who asks, which route, page or JSON or CSV, and what to say when it cannot be done.
#pragma once

#include "server/exchange.hpp"
#include "server/pages.hpp"
#include "server/route.hpp"
#include "server/static_files.hpp"
#include "store/store.hpp"
#include "trail/gathering.hpp"

namespace trivium::server {

struct SiteFacts {
  std::string public_address;  // https://trivium.example.org or http://127.0.0.1:8080: links and cookies go by it
  std::string zone;            // IANA time zone for times of day on pages
  std::string version;
};

class Site {
 public:
  Site(store::Store& store, const words::Words& words, const Pages& pages, const StaticFiles& files,
       std::vector<Route> routes, SiteFacts facts, trail::Gathering& trail);

  // Never throws: what goes wrong inside is logged and answered with 500.
  Response answer(const Request& request) const;

  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

 private:
  struct Turn;  // one request on its way

  Response answer_or_throw(const Request& request) const;
  Turn begun(const Request& request) const;
  Response page_or_data(Turn& turn, const Route& route, const Call& call, shape::Flaws flaws) const;
  Response done(Turn& turn, const Route& route, const Reply& reply) const;
  Response refused(Turn& turn, const api::Refusal& refusal) const;
  Response page(Turn& turn, const std::string& name, PageData data, const shape::Flaws& flaws, int status) const;
  void recognise(Turn& turn) const;
  void note_reads(const Turn& turn, const Route& route) const;
  void remember_session(Response& response, const std::string& key) const;

  store::Store& store_;
  const words::Words& words_;
  const Pages& pages_;
  const StaticFiles& files_;
  std::vector<Route> routes_;
  SiteFacts facts_;
  std::string openapi_;
  trail::Gathering& trail_;
};

}  // namespace trivium::server
