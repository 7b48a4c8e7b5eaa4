#include "measure/registers.hpp"

namespace trivium::measure {

Registers widest_here() {
#if defined(__x86_64__)
  static const Registers here = [] {
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512bw"))
      return Registers::widest;
    return __builtin_cpu_supports("avx2") ? Registers::wide : Registers::narrow;
  }();
  return here;
#else
  return Registers::narrow;
#endif
}

}  // namespace trivium::measure
