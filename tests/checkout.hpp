// Where the checkout and its build folder lie. Only main.cpp is compiled with the paths themselves, so that what was
// compiled in one checkout is the same in another, and ccache knows it. Every test is given this header first.
#pragma once

extern const char* const trivium_source_dir;
extern const char* const trivium_build_dir;

#define TRIVIUM_SOURCE_DIR trivium_source_dir
#define TRIVIUM_BUILD_DIR trivium_build_dir
