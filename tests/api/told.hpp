// A table as its manager told it, and what the map and the agenda make of it.
#pragma once

#include "api/agenda_of.hpp"
#include "api/answered.hpp"
#include "api/fit_of.hpp"
#include "api/lund.hpp"

namespace trivium::api {

class Told {
 public:
  Told& says(const std::string& task, const char* facets) { return says(task, shape::Json::parse(facets)); }
  Told& says(const std::string& task, shape::Json facets) {
    answers_[task] = answered(task, std::move(facets));
    return *this;
  }
  Told& does_not_know(const std::string& task) {
    answers_[task] = answered(task, shape::Json::object());
    answers_[task].standing = triangle::Standing::not_known_yet;
    return *this;
  }
  Told& draws(triangle::LinkKind kind, const std::string& from, const std::string& to,
              triangle::LinkStrength strength = triangle::LinkStrength::direct) {
    triangle::DrawnLink link{};
    link.id = triangle::LinkId{"drawn " + from + " " + to};
    link.kind = kind;
    link.from_row = from;
    link.to_row = to;
    link.strength = strength;
    links_.push_back(std::move(link));
    return *this;
  }

  [[nodiscard]] fit::Picture picture() const {
    return picture_of(our_guidance(), our_words(), answers_, links_).picture;
  }
  [[nodiscard]] FitPage page(const std::string& language = "en") const { return fit_of(sources(language)); }
  [[nodiscard]] AgendaPage agenda(const std::string& language = "en") const { return agenda_of(sources(language)); }

  [[nodiscard]] std::vector<fit::BreakKind> breaks() const {
    std::vector<fit::BreakKind> kinds;
    const auto made = picture();
    for (const auto& found : fit::breaks(made, fit::chains(made))) kinds.push_back(found.kind);
    return kinds;
  }

  // The sentence of the first break of a kind; "" where there is none.
  [[nodiscard]] std::string finding(fit::BreakKind kind, const std::string& language = "en") const {
    const auto found = page(language).findings;
    const auto first = std::ranges::find(found, kind, &FitFinding::kind);
    return first == found.end() ? std::string{} : first->sentence;
  }
  // All of them, in their order.
  [[nodiscard]] std::vector<FitProposal> proposals(const std::string& language = "en") const {
    auto page = this->page(language);
    std::ranges::move(page.more_proposals, std::back_inserter(page.proposals));
    return page.proposals;
  }

 private:
  [[nodiscard]] FitSources sources(const std::string& language) const {
    const auto& framework = our_questions().newest();
    return {.words = our_words(),
            .framework = framework,
            .texts = *framework.in(language),
            .guidance = our_guidance(),
            .language = language,
            .answers = answers_,
            .links = links_};
  }

  AnswersByTask answers_;
  std::vector<triangle::DrawnLink> links_;
};

}  // namespace trivium::api
