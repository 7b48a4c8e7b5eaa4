#include "api/invited_by_mail.hpp"

#include "api/letters.hpp"
#include "programme/network.hpp"

namespace trivium::api {
namespace {

std::string place_of(store::Session& session, const access::Invitation& invitation) {
  if (!invitation.cluster) return programme::network(session, *invitation.network)->name;
  const auto cluster = triangle::cluster(session, *invitation.cluster).value();
  return cluster.city + " · " + cluster.name;
}

}  // namespace

mail::Letter letter_with(store::Session& session, const words::Words& words, const access::Invitation& invitation,
                         const std::string& link, const Asking& asking) {
  const auto known = access::person_with_email(session, invitation.email);
  const std::string language = known && words.speaks(known->language) ? known->language : asking.language;
  return invitation_letter(
      words, language,
      {.invitation = invitation, .by = asking.visitor->name, .where = place_of(session, invitation), .link = link});
}

}  // namespace trivium::api
