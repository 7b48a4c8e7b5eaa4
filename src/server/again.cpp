#include "server/again.hpp"

#include "api/account_page.hpp"
#include "api/case_page.hpp"
#include "api/cases_page.hpp"
#include "api/first_run_page.hpp"
#include "api/initiative_page.hpp"
#include "api/numbers_page.hpp"
#include "api/own_cases_page.hpp"
#include "api/people_page.hpp"
#include "api/question_page.hpp"
#include "api/visit_page.hpp"
#include "api/word_page.hpp"

#include <algorithm>

namespace trivium::server {
namespace {

using api::Outcome;
using api::Refusal;

// What was typed, member by member, put over the page's own data: a template shows {{typed.name}}. Passwords are not
// sent back.
PageData typed(const shape::Json& fields) {
  PageData data = an_object();
  for (const auto& [name, value] : fields.items()) {
    if (value.is_string() && name != "password" && name != "current") {
      const auto& text = value.get_ref<const std::string&>();
      data[name] = PageData{text};
      data[name + "_" + text] = PageData{true};  // a choice: {{typed.role_coach}}
    }
  }
  return data;
}

// The revision a text was typed on, which the form keeps when it comes back: where somebody saved another text since,
// sending it once more says so and writes over nothing. "" where the form has none.
PageData typed_on(const shape::Json& fields) {
  for (const char* name : {"revision", "note_revision"}) {
    const auto given = fields.find(name);
    if (given != fields.end() && given->is_string()) return PageData{given->get_ref<const std::string&>()};
  }
  return PageData{std::string{}};
}

// The GET endpoint of the same page, asked with the address and key of the form.
Again by_showing(const Route& shown, std::vector<std::string> kept) {
  return [answer = shown.answer, kept = std::move(kept)](const Call& call, const Refusal& refusal) -> Outcome<Reply> {
    Call again{.fields = shape::Json::object(), .wire = shape::Wire::form, .asking = call.asking};
    for (const auto& name : kept) {
      if (call.fields.contains(name)) again.fields[name] = call.fields[name];
    }
    auto reply = answer(again);
    if (!reply) return reply;
    reply->page_data = [inner = reply->page_data, fields = call.fields,
                        stale = refusal.why == api::Why::stale](const Reading& reading) {
      PageData data = inner(reading);
      data["typed"] = typed(fields);
      if (!stale) data["typed_on"] = typed_on(fields);
      data["stale"] = PageData{stale};
      return data;
    };
    return reply;
  };
}

// The page an endpoint of its own makes of what was typed.
template <class AsTyped>
Again by_typing(AsTyped as_typed) {
  return [as_typed](const Call& call, const Refusal& refusal) -> Outcome<Reply> {
    auto page = as_typed(call.fields, refusal, call.asking);
    if (!page) return std::unexpected{page.error()};
    return reply_with(std::move(*page));
  };
}

// A note typed on the page of a visit comes back there; any other beside its task.
Again on_either_page(Again beside_task, Again on_visit) {
  return [beside_task = std::move(beside_task), on_visit = std::move(on_visit)](
             const Call& call, const Refusal& refusal) -> Outcome<Reply> {
    const auto then = call.fields.find("then");
    const bool visit = then != call.fields.end() && then->is_string() && then->get_ref<const std::string&>() == "visit";
    if (!visit) return beside_task(call, refusal);
    auto reply = on_visit(call, refusal);
    if (reply) reply->page = "visit";
    return reply;
  };
}

Route& row(std::vector<Route>& routes, const std::string& method, const std::string& path) {
  return *std::ranges::find_if(routes,
                               [&](const Route& route) { return route.method == method && route.path == path; });
}

}  // namespace

Route list_of(std::string member, Route route) {
  route.list = std::move(member);
  return route;
}

Route file_of(std::string type, Route route) {
  route.download = std::move(type);
  return route;
}

Route taking(std::size_t bytes, Route route) {
  route.most_body = bytes;
  return route;
}

void show_again(std::vector<Route>& routes, const api::House& house, const Facts& /*facts*/) {
  const auto shows = [&](const std::string& form, const std::string& page, std::vector<std::string> kept) {
    row(routes, "POST", form).again = by_showing(row(routes, "GET", page), std::move(kept));
  };
  shows("/first-run/setup", "/first-run", {"key"});
  shows("/first-run/restore", "/first-run", {"key"});
  shows("/import", "/import", {});
  row(routes, "GET", "/search").again = by_showing(row(routes, "GET", "/search"), {});
  shows("/sign-in", "/sign-in", {});
  shows("/account/password", "/account", {});
  shows("/account/delete", "/account/delete", {});
  shows("/people/{person}/erase", "/people/{person}", {"person"});
  shows("/privacy/retention", "/privacy", {});
  shows("/networks/{network}/retention", "/networks/{network}", {"network"});
  row(routes, "GET", "/trail").again = by_showing(row(routes, "GET", "/trail"), {});
  shows("/clusters", "/clusters", {});
  shows("/clusters/{cluster}/rounds", "/clusters/{cluster}", {"cluster"});
  shows("/clusters/{cluster}/invitations", "/clusters/{cluster}", {"cluster"});
  shows("/networks", "/networks", {});
  shows("/networks/{network}/cities", "/networks/{network}", {"network"});
  shows("/networks/{network}/city", "/networks/{network}", {"network"});
  shows("/networks/{network}/name", "/networks/{network}", {"network"});
  shows("/programmes/{programme}/name", "/programmes/{programme}", {"programme"});
  shows("/clusters/{cluster}/name", "/clusters/{cluster}", {"cluster"});
  shows("/clusters/{cluster}/initiatives", "/clusters/{cluster}", {"cluster"});
  shows("/clusters/{cluster}/initiatives/{initiative}", "/clusters/{cluster}/initiatives/{initiative}",
        {"cluster", "initiative"});
  shows("/networks/{network}/invitations", "/networks/{network}", {"network"});
  shows("/networks/{network}/programmes", "/networks/{network}", {"network"});
  shows("/programmes/{programme}/clusters", "/programmes/{programme}", {"programme"});
  shows("/programmes/{programme}/steps/{step}", "/programmes/{programme}/steps/{step}", {"programme", "step"});
  shows("/rounds/{round}/conversations", "/rounds/{round}/conversations", {"round", "assessment", "task"});
  shows("/conversations/{conversation}/remarks", "/conversations/{conversation}", {"conversation"});
  shows("/conversations/{conversation}/tell", "/conversations/{conversation}", {"conversation"});
  shows("/rounds/{round}/visit", "/rounds/{round}/visit", {"round"});
  row(routes, "POST", "/assessments/{assessment}/tasks/{task}/note").again =
      on_either_page(by_showing(row(routes, "GET", "/assessments/{assessment}/tasks/{task}"), {"assessment", "task"}),
                     by_typing(api::ShowVisitAsNoted{house}));
  shows("/assessments/{assessment}/closing", "/assessments/{assessment}/closing", {"assessment"});
  shows("/assessments/{assessment}/word", "/assessments/{assessment}/word", {"assessment"});
  shows("/join", "/join", {"key"});
  shows("/assessments/{assessment}/links", "/assessments/{assessment}/fit", {"assessment"});
  shows("/assessments/{assessment}/reasons", "/assessments/{assessment}/since", {"assessment", "task", "round"});
  row(routes, "GET", "/rounds/{round}/together").again =
      by_showing(row(routes, "GET", "/rounds/{round}/together"), {"round"});
  const auto types = [&](const std::string& form, Again again) { row(routes, "POST", form).again = std::move(again); };
  types("/assessments/{assessment}/tasks/{task}", by_typing(api::ShowQuestionAsTyped{house}));
  types("/assessments/{assessment}/cases/{told_case}/translation", by_typing(api::ShowCaseAsTyped{house}));
  types("/assessments/{assessment}/translations/{translation}/outcome", by_typing(api::ShowCasesAsTyped{house}));
  types("/assessments/{assessment}/word/take", by_typing(api::ShowWordAsChosen{house}));
  types("/roles/{role}/initiatives", by_typing(api::ShowClusterAsTicked{house.store}));
  types("/clusters/{cluster}/numbers", by_typing(api::ShowNumbersAsTyped{house}));
  types("/clusters/{cluster}/cases", by_typing(api::ShowOwnCasesAsTyped{house}));
  types("/clusters/{cluster}/cases/{own_case}", by_typing(api::ShowOwnCaseAsTyped{house}));
}

}  // namespace trivium::server
