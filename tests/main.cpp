#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include "checkout.hpp"

#include <doctest/doctest.h>

const char* const trivium_source_dir = TRIVIUM_SOURCE_PATH;
const char* const trivium_build_dir = TRIVIUM_BUILD_PATH;
