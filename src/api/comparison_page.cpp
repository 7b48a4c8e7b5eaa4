#include "api/comparison_page.hpp"

#include "access/sight.hpp"
#include "api/kept_answer.hpp"

#include <algorithm>
#include <span>

namespace trivium::api {
namespace {

using framework::Kind;

bool has_choices(const framework::Facet& facet) {
  return facet.kind == Kind::one || facet.kind == Kind::many || facet.kind == Kind::ranked;
}

// Codes of the list; entries of one's own are left out.
programme::Chosen chosen_in(const triangle::Answer& answer, const std::string& facet) {
  programme::Chosen chosen;
  if (answer.standing && *answer.standing != triangle::Standing::answered) return chosen;
  const auto value = answer.facets.find(facet);
  if (value == answer.facets.end()) return chosen;
  if (value->is_string()) chosen.push_back(value->get<std::string>());
  for (const auto& one : value->is_array() ? *value : shape::Json::array()) {
    if (one.is_string()) chosen.push_back(one.get<std::string>());
  }
  return chosen;
}

// In whole fives; those whose managers allowed it first.
std::vector<triangle::AssessmentInRound> counted(std::vector<triangle::AssessmentInRound> allowed) {
  // Answers to another version of the questions would be counted beside each other unseen.
  if (!allowed.empty())
    std::erase_if(allowed,
                  [set = allowed.front().question_set](const auto& table) { return table.question_set != set; });
  allowed.resize(programme::tables_compared(allowed.size()));
  return allowed;
}

bool of_one_city(const std::vector<triangle::AssessmentInRound>& tables) {
  return std::ranges::all_of(tables, [&](const auto& table) { return table.city_id == tables.front().city_id; });
}

struct Counting {
  store::Session& session;
  const std::vector<triangle::AssessmentInRound>& tables;
  const framework::Texts& texts;

  void operator()(const framework::Task& task, std::vector<ComparedChoice>& choices) const {
    if (!compared_across_cities(task)) return;
    std::vector<std::optional<triangle::Answer>> answers;
    for (const auto& table : tables) answers.push_back(kept_answer(session, table.id, task.id));
    for (const auto& facet : task.facets) {
      if (!has_choices(facet)) continue;
      std::vector<programme::Chosen> chosen;
      for (const auto& answer : answers) chosen.push_back(answer ? chosen_in(*answer, facet.id) : programme::Chosen{});
      for (const auto& across : programme::across_cities(facet.codes, chosen)) {
        choices.push_back({.task = task.id,
                           .mark = task.vertex + task.mark(),
                           .task_title = texts.task(task.id).title,
                           .facet = facet.id,
                           .facet_title = texts.task(task.id).facets.at(facet.id).label,
                           .code = across.code,
                           .choice = texts.code(facet.list, across.code),
                           .how_many = across.made.how_many,
                           .number = across.made.number});
      }
    }
  }
};

// Few tables are said in halves, many in numbers: what is too little to be told has one name on a page.
bool is_little(const ComparedChoice& choice) {
  return choice.how_many == programme::HowMany::fewer_than_five || choice.how_many == programme::HowMany::half_or_fewer;
}

ComparedFacet read_facet(std::span<const ComparedChoice> choices) {
  ComparedFacet facet{
      .mark = choices.front().mark,
      .task_title = choices.front().task_title,
      .facet_title = choices.front().facet_title,
      .said = {},
      .little = {},
  };
  for (const auto& choice : choices) {
    if (is_little(choice)) {
      facet.little.push_back(choice.choice);
    } else {
      facet.said.push_back(choice);
    }
  }
  return facet;
}

// A facet about which nothing can be said is only named.
void read_by_facet(ComparisonPage& page) {
  const auto leaves = [](const ComparedChoice& one, const ComparedChoice& other) {
    return one.task != other.task || one.facet != other.facet;
  };
  for (auto from = page.choices.cbegin(); from != page.choices.cend();) {
    auto to = std::adjacent_find(from, page.choices.cend(), leaves);
    if (to != page.choices.cend()) ++to;
    auto facet = read_facet({from, to});
    if (facet.said.empty()) {
      page.silent.push_back({.mark = facet.mark, .task_title = facet.task_title, .facet_title = facet.facet_title});
    } else {
      page.facets.push_back(std::move(facet));
    }
    from = to;
  }
}

}  // namespace

bool compared_across_cities(const framework::Task& task) { return std::ranges::any_of(task.facets, has_choices); }

Outcome<ComparisonPage> ShowComparison::operator()(const ComparisonAddress& given, const Asking& asking) const {
  if (!asking.visitor) return refuse(Why::sign_in);
  return house.store.read([&](store::Session& session) -> Outcome<ComparisonPage> {
    const auto programme = programme::programme(session, given.programme);
    if (!programme) return refuse(Why::not_found);
    const auto who = access::asker(session, asking.visitor->person, asking.visitor->hosts);
    if (!access::reads_comparison(who, programme->network)) return refuse(Why::not_found);
    auto allowed = triangle::compared_in(session, given.programme);
    ComparisonPage page{.programme = given.programme,
                        .programme_title = programme->title,
                        .allowed = static_cast<int>(allowed.size()),
                        .tables = 0,
                        .one_city = false,
                        .choices = {},
                        .facets = {},
                        .silent = {}};
    const auto tables = counted(std::move(allowed));
    if (tables.empty()) return page;
    page.one_city = of_one_city(tables);
    if (page.one_city) return page;
    page.tables = static_cast<int>(tables.size());
    const auto& framework = house.questions.version(tables.front().question_set);
    const auto* texts = framework.in(asking.language);
    const Counting count{session, tables, texts == nullptr ? *framework.in("en") : *texts};
    for (const auto& task : framework.tasks) count(task, page.choices);
    read_by_facet(page);
    return page;
  });
}

}  // namespace trivium::api
