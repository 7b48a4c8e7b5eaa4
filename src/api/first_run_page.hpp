// First run: three choices behind a link that works once.
#pragma once

#include "api/asking.hpp"
#include "api/outcome.hpp"
#include "sample/sample_city.hpp"
#include "shape/json.hpp"
#include "store/store.hpp"

namespace trivium::api {

struct FirstRunPage {
  std::string key;
  std::string data_folder;  // where everything will lie
  bool sample;              // the sample city is in already
  std::string name;         // what was typed, given back when something has to be put right
  std::string email;
};
TRIVIUM_SHAPE(FirstRunPage, key, data_folder, sample, name, email)

struct SetUp {  // POST /first-run/setup
  std::string key;
  std::string name;
  std::string email;
  std::string password;
};
TRIVIUM_SHAPE(SetUp, key, name, email, password)

struct LoadSample {  // POST /first-run/sample
  std::string key;
};
TRIVIUM_SHAPE(LoadSample, key)

struct FirstRunKey {  // GET /first-run?key=
  std::string key;
};
TRIVIUM_SHAPE(FirstRunKey, key)

struct ShowFirstRun {
  const store::Store& store;
  const std::string& data_folder;
  Outcome<FirstRunPage> operator()(const FirstRunKey& given, const Asking& asking) const;
};

// Makes the person who hosts the installation, and signs her in. The key works once.
struct SetUpHouse {
  store::Store& store;
  Outcome<Done<Noted>> operator()(const SetUp& given, const Asking& asking) const;
};

// Puts the sample city in; the key stays good, so that one can set up afterwards.
struct LookRound {
  store::Store& store;
  const sample::SampleCity& sample;
  Outcome<Done<Noted>> operator()(const LoadSample& given, const Asking& asking) const;
};

}  // namespace trivium::api
