#include "api/noted.hpp"

#include "trail/chain.hpp"

namespace trivium::api {

void note(store::Session& session, const Asking& asking, Deed deed, std::string records,
          const access::PersonId& about) {
  trail::note(session, trail::Entry{.at = asking.now,
                                    .who = asking.visitor ? asking.visitor->person.text : about.text,
                                    .deed = deed,
                                    .about = about.text,
                                    .records = std::move(records)});
}

void note_read(const Asking& asking, Deed deed, const access::PersonId& about, std::string records,
               trail::Result result) {
  if (asking.reads == nullptr || !asking.visitor || asking.visitor->person == about) return;
  asking.reads->push_back({.at = asking.now,
                           .who = asking.visitor->person.text,
                           .deed = deed,
                           .about = about.text,
                           .records = std::move(records),
                           .result = result});
}

Asking unnoted(const Asking& asking) {
  Asking quiet = asking;
  quiet.reads = nullptr;
  return quiet;
}

}  // namespace trivium::api
