#include "server/route_groups.hpp"

#include "api/agenda_page.hpp"
#include "api/case_page.hpp"
#include "api/cases_page.hpp"
#include "api/draw_link.hpp"
#include "api/fit_page.hpp"
#include "api/since_page.hpp"
#include "api/stage_page.hpp"
#include "api/together_page.hpp"
#include "server/again.hpp"

namespace trivium::server {

std::vector<Route> reflection_routes(const RoutesGround& ground) {
  const auto& house = ground.house;
  return {
      route("GET", "/assessments/{assessment}/fit", "fit", "Where cluster, policy and practice meet, and where not",
            api::ShowFit{house}),
      route("POST", "/assessments/{assessment}/links", "fit", "Draw a link", api::DrawOneLink{house}),
      route("POST", "/assessments/{assessment}/links/{link}/remove", "", "Take a link back",
            api::TakeOneLinkBack{house}),
      route("GET", "/assessments/{assessment}/stage", "stage", "The stage that was named, beside what was counted",
            api::ShowStage{house}),
      route("GET", "/assessments/{assessment}/agenda", "agenda", "What to ask oneself next", api::ShowAgenda{house}),
      route("GET", "/assessments/{assessment}/since", "since", "This round against the last one",
            api::ShowSince{house}),
      route("POST", "/assessments/{assessment}/reasons", "since", "Say what an answer changed because of",
            api::SaveBecause{house}),
      route("GET", "/rounds/{round}/together", "together", "Where the managers of a round see the same, and where not",
            api::ShowTogether{house}),
      route("GET", "/assessments/{assessment}/cases", "cases", "Cases that speak to this table, and why",
            api::ShowCases{house}),
      route("GET", "/assessments/{assessment}/cases/{told_case}", "case", "One case, and what to take from it",
            api::ShowCase{house}),
      route("POST", "/assessments/{assessment}/cases/{told_case}/translation", "case",
            "Write down what to take from it", api::TranslateCase{house}),
      route("POST", "/assessments/{assessment}/translations/{translation}/outcome", "cases",
            "Note what became of it since the earlier round", api::NoteWhatBecameOfIt{house}),
  };
}

}  // namespace trivium::server
