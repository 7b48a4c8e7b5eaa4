// The small world every case plays in: Lund's food cluster with managers Ana and Bo, coach Carla, coordinator Olle,
// host Hedda; Eva manages a cluster of another city, where there was an earlier round. Ana and Bo have begun their
// tables; nothing is sent. Ana has told a case.
//
// Malmö (media; managers Mona, who has begun, and Mats) and Visby (games; Vera) stand in the network West, which Lena
// leads and Otto observes; Cora coaches Malmö and Curt Visby, Lotta coordinates Malmö. Nora leads the network North, in
// which Kiruna (space; Kim) stands. Each network has a programme in the coming year. Mona has asked her coaches about
// A3. Malmö has a media plan and within it a film office, for which Mona stands; Visby has a games lab, for which
// nobody does.
#pragma once

#include "server/site.hpp"

#include <filesystem>
#include <map>
#include <memory>

namespace trivium::cases {

class Town {
 public:
  // No database: SQLite in a folder of its own. Without pandoc a document is refused with 503, at once.
  explicit Town(const std::string& database_url, bool with_pandoc = true);
  ~Town();
  Town(const Town&) = delete;
  Town& operator=(const Town&) = delete;
  Town(Town&&) = delete;
  Town& operator=(Town&&) = delete;

  server::Response ask(const std::string& who, const std::string& method, const std::string& path,
                       const std::string& accept, const std::string& body);

  // Whoever the answer lets in asks as `who` from now on.
  void comes_in(const std::string& who, const server::Response& answer);

  std::string language = "en";  // of the browsers that ask

  std::string address = "192.0.2.1";  // of the net, from which they ask

  // {ana's table} and the like, replaced by today's ids.
  [[nodiscard]] std::string with_ids(std::string text) const;
  [[nodiscard]] const std::vector<server::Route>& routes() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace trivium::cases
