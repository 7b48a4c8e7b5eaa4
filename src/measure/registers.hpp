// Which registers count: a machine's widest, or narrower ones. What is done with them is compiled once for each, by the
// same source, and no addition is done in another order or precision in one than in the others: the numbers are the
// same on every machine.
#pragma once

namespace trivium::measure {

enum class Registers { narrow, wide, widest };  // 16, 32 and 64 bytes

Registers widest_here();

}  // namespace trivium::measure
