// Puts the sample city's network into the records: its people, programmes, visits and what was said in them.
#pragma once

#include "sample/story.hpp"

#include <map>

namespace trivium::sample {

using People = std::map<std::string, access::PersonId>;            // by key
using Programmes = std::map<std::string, programme::ProgrammeId>;  // by key

// Adds its people to those there are.
Programmes settle_network(store::Session& session, const SampleCity::Story& story, const triangle::CityId& city,
                          const shape::Instant& now, People& people);

// What goes with a round that is settled, its tables included.
void settle_talk(store::Session& session, const ToldRound& told, const triangle::Round& round, const People& people);

// What coaches noted beside a table, and what its manager wrote at the end.
void settle_beside(store::Session& session, const ToldTable& told, const triangle::AssessmentId& table,
                   const People& people);

access::PersonId settle_person(store::Session& session, const ToldPerson& told, const std::string& language,
                               const shape::Instant& now);

}  // namespace trivium::sample
