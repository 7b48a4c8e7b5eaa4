// How much somebody wrote in an answer, in characters of her own words. It says nothing of how good they are.
#pragma once

#include "framework/framework.hpp"
#include "triangle/answer.hpp"

#include <array>

namespace trivium::api {

// What was typed as text: notes, evidence, texts and lines, those of rows too, and entries of one's own beside a list.
// What is ticked, put in order or given as a number has no length, nor have blanks around a text; where there is no
// answer it is 0.
std::size_t characters_written(const framework::Task& task, const triangle::Answer* answer);

// The most characters of a bar of one step, of two and so on; what is longer has one step more. The scale is fixed: a
// table that stands alone has bars that say something, and those of two tables, cities or rounds can be held against
// each other. Held against the longest answer, a few words would fill a bar where nobody else wrote more.
inline constexpr std::array<std::size_t, 4> kLengths{100, 250, 500, 1'000};

// 0: nothing is written.
int steps_of(std::size_t characters);

}  // namespace trivium::api
