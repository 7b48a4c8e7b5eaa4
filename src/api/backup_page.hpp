// Restoring a backup on an empty installation: the third choice of the first run.
#pragma once

#include "api/asking.hpp"
#include "api/outcome.hpp"
#include "store/copy.hpp"

namespace trivium::api {

struct RestoreBackup {  // POST /first-run/restore; file: base64 in JSON, the file itself in a form
  std::string key;
  shape::Bytes file;
};
TRIVIUM_SHAPE(RestoreBackup, key, file)

struct RestoreHouse {
  store::Store& store;
  std::string folder;  // where the file is put while it is looked through
  Outcome<Done<Noted>> operator()(const RestoreBackup& given, const Asking& asking) const;
};

}  // namespace trivium::api
