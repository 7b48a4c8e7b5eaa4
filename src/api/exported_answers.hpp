// The answers of an exported table as they would be stored: where it is imported, and where it is only looked at.
#pragma once

#include "api/export.hpp"

namespace trivium::api {

// Whose they are is not in the file: assessment and written_by stay empty. Flaws carry `pointer` in front.
std::expected<std::vector<triangle::Answer>, shape::Flaws> answers_in(const ExportedTable& table,
                                                                      const framework::Framework& framework,
                                                                      const std::string& pointer);

}  // namespace trivium::api
