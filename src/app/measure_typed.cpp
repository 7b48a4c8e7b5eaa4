#include "app/measure_typed.hpp"

#include "app/measure_reading.hpp"
#include "app/share.hpp"
#include "evidence/ending.hpp"
#include "evidence/shipped.hpp"

#include <charconv>
#include <filesystem>
#include <string_view>

namespace trivium::app {
namespace {

namespace fs = std::filesystem;
using Settings = std::map<std::string, std::string>;

std::string said(const evidence::ListName& list) { return list.list + " " + list.version; }

// The setting that names a list is what the file's name says, unless something else was typed.
void join(const std::string_view setting, const evidence::ListName& list, Settings& settings, shape::Flaws& flaws) {
  const std::string name{setting};
  const auto [found, is_new] = settings.emplace(name, said(list));
  if (is_new || evidence::list_name(found->second) == list) return;
  flaws.push_back({"/" + name, "evidence.other_list", {{"first", found->second}, {"second", said(list)}}});
}

std::string listed(const std::vector<std::string>& names) {
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

// A file, a sheet of one, or the name of a correspondence that comes along.
void find_file(const analysis::Input& input, const std::string& typed, analysis::Request& request, Settings& settings,
               shape::Flaws& flaws) {
  const std::string table{input.name};
  if (fs::is_regular_file(typed)) {
    request.files[table] = fs::absolute(typed);  // the engine knows no folder that we stand in
    return;
  }
  const auto sign = evidence::lower_case(typed).find(".xlsx#");
  if (sign != std::string::npos) {
    const auto file = typed.substr(0, sign + 5);
    if (fs::is_regular_file(file)) {
      request.files[table] = fs::absolute(file);
      request.sheets[table] = typed.substr(sign + 6);
      return;
    }
  }
  if (!input.joins) {
    flaws.push_back({"/" + table, "flaw.no_such_file", {{"given", typed}}});
    return;
  }
  const auto folder = share().data / "classifications";
  const auto shipped = evidence::shipped_correspondence(folder, typed);
  if (!shipped) {
    flaws.push_back({"/" + table,
                     "flaw.no_such_correspondence",
                     {{"given", typed}, {"choices", listed(evidence::shipped_correspondences(folder))}}});
    return;
  }
  request.files[table] = shipped->file;
  join(input.joins->from, shipped->from, settings, flaws);
  join(input.joins->to, shipped->to, settings, flaws);
}

// A number with MB, GB, MiB or GiB, as the engine reads it, and as much as it needs.
bool enough_memory(const std::string& typed) {
  constexpr double kLeastMegabytes = 64;
  double number = 0;
  const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), number);
  if (read.ec != std::errc{}) return false;
  const std::string_view unit{read.ptr, typed.data() + typed.size()};
  if (unit == "GB" || unit == "GiB") return number * 1000 >= kLeastMegabytes;
  return (unit == "MB" || unit == "MiB") && number >= kLeastMegabytes;
}

}  // namespace

std::optional<analysis::Form> form_of(const MeasureTyped& typed) {
  using analysis::Form;
  if (!typed.form.empty()) return shape::named<Form>(typed.form);
  if (typed.out.empty()) return Form::csv;
  const auto ending = evidence::ending(typed.out);
  return ending.empty() ? std::nullopt : shape::named<Form>(ending.substr(1));
}

std::expected<analysis::Request, shape::Flaws> request(const analysis::Analysis& analysis, const MeasureTyped& typed) {
  shape::Flaws flaws;
  analysis::Request request{.analysis = &analysis};
  Settings settings;
  for (const auto& parameter : analysis.parameters) {
    const auto& one = typed.settings.at(std::string{parameter.name});
    if (!one.empty()) settings[std::string{parameter.name}] = one;
  }
  for (const auto& input : analysis.inputs) {
    const auto& file = typed.files.at(std::string{input.name});
    if (!file.empty()) find_file(input, file, request, settings, flaws);
  }
  auto read = analysis::Settings::read(analysis.parameters, settings);
  if (read) request.settings = std::move(*read);
  else flaws.insert(flaws.end(), read.error().begin(), read.error().end());
  request.reading = reading(analysis, typed, flaws);
  if (typed.leave_out_rows) request.refused_rows = analysis::RefusedRows::are_left_out;
  request.seed = {typed.seed};
  request.version = TRIVIUM_VERSION;
  request.memory = typed.memory;
  if (!enough_memory(typed.memory)) flaws.push_back({"/memory", "flaw.no_memory", {{"given", typed.memory}}});
  request.spill = typed.spill;
  for (const auto& [table, file] : request.files) {
    std::error_code there_is_none;
    if (!typed.out.empty() && fs::equivalent(file, typed.out, there_is_none))
      flaws.push_back({"/out", "flaw.is_read", {{"given", typed.out}}});
  }
  const auto form = form_of(typed);
  if (!form) flaws.push_back({"/out", "flaw.no_such_ending", {{"given", typed.out}}});
  if (form == analysis::Form::parquet && typed.out.empty()) flaws.push_back({"/out", "flaw.parquet_needs_file", {}});
  if (!flaws.empty()) return std::unexpected{flaws};
  return request;
}

}  // namespace trivium::app
