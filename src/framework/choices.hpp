// Answers taken from a list: one of it, several, or an order. Own entries stand beside the codes everywhere.
#pragma once

#include "framework/given.hpp"

namespace trivium::framework {

nlohmann::json read_one(const Column& column, const nlohmann::json& given, const reading::Place& place);
nlohmann::json read_many(const Column& column, const nlohmann::json& given, const reading::Place& place);
nlohmann::json read_ranked(const Column& column, const nlohmann::json& given, const reading::Place& place);

}  // namespace trivium::framework
