// An invitation's link, in a letter to whom it is for.
#pragma once

#include "access/invitation.hpp"
#include "api/asking.hpp"
#include "mail/letter.hpp"
#include "words/words.hpp"

namespace trivium::api {

// Somebody known here is written to in her own language, others in that of who invites.
mail::Letter letter_with(store::Session& session, const words::Words& words, const access::Invitation& invitation,
                         const std::string& link, const Asking& asking);

}  // namespace trivium::api
