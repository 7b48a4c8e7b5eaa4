#include "framework/framework.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace trivium::framework {
namespace {

template <class Items>
auto with_id(const Items& items, std::string_view id) -> decltype(items.data()) {
  const auto found = std::ranges::find_if(items, [&](const auto& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

template <class Words>
const auto& words_of(const Words& words, std::string_view id) {
  const auto found = words.find(id);
  assert(found != words.end() && "the loader lets no task, vertex or unit pass without its words");
  return found->second;
}

}  // namespace

std::string_view name_of(Kind kind) {
  constexpr std::array kNames{"one", "many", "ranked", "number", "year", "text", "lines", "rows"};
  return kNames.at(static_cast<std::size_t>(kind));
}

std::string Task::mark() const { return sum_up ? "Σ" : std::to_string(number); }
const Facet* Task::facet(std::string_view facet_id) const { return with_id(facets, facet_id); }

const VertexText& Texts::vertex(std::string_view id) const { return words_of(vertices, id); }
const TaskText& Texts::task(std::string_view id) const { return words_of(tasks, id); }
const std::string& Texts::unit(std::string_view id) const { return words_of(units, id); }

const std::string& Texts::unit_of(std::string_view id, double amount) const {
  const auto one = units_of_one.find(id);
  return amount == 1 && one != units_of_one.end() ? one->second : unit(id);
}

std::string Texts::code(std::string_view list, std::string_view code) const {
  const auto labels = lists.find(list);
  if (labels == lists.end()) return std::string{code};
  const auto label = labels->second.find(code);
  return label == labels->second.end() ? std::string{code} : label->second;
}

const Task* Framework::task(std::string_view id) const { return with_id(tasks, id); }
const CodeList* Framework::list(std::string_view id) const { return with_id(lists, id); }

const Texts* Framework::in(std::string_view language) const {
  const auto found = texts.find(language);
  return found == texts.end() ? nullptr : &found->second;
}

std::string to_string(const Fault& fault) {
  if (fault.line == 0) return fmt::format("{}: {}", fault.file.string(), fault.reason);
  return fmt::format("{}:{}: {}", fault.file.string(), fault.line, fault.reason);
}

}  // namespace trivium::framework
