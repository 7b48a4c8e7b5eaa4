# A room is a folder of src/ and one library, trivium::<room>. It may use only rooms that were declared before it, so
# arrows point down: naming a room from above, or one that does not exist, stops configuring.
#
#   trivium_room(triangle USES shape store LIBS PkgConfig::yaml)
set_property(GLOBAL PROPERTY TRIVIUM_ROOMS "")
set_property(GLOBAL PROPERTY TRIVIUM_ROOMS_JSON "")

function(trivium_room room)
  cmake_parse_arguments(PARSE_ARGV 1 ROOM "" "" "USES;LIBS;SOURCES")
  get_property(known GLOBAL PROPERTY TRIVIUM_ROOMS)
  foreach(used IN LISTS ROOM_USES)
    if(NOT used IN_LIST known)
      message(FATAL_ERROR "The room ${room} uses ${used}, which is not below it. Arrows point down only: see ARCHITECTURE.md.")
    endif()
  endforeach()

  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${room}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  add_library(trivium_${room} STATIC ${sources} ${ROOM_SOURCES})
  add_library(trivium::${room} ALIAS trivium_${room})
  target_include_directories(trivium_${room} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  list(TRANSFORM ROOM_USES PREPEND trivium:: OUTPUT_VARIABLE libraries)
  target_link_libraries(trivium_${room} PUBLIC ${libraries} ${ROOM_LIBS} PRIVATE trivium_warnings)

  set_property(GLOBAL APPEND PROPERTY TRIVIUM_ROOMS ${room})
  list(JOIN ROOM_USES "\", \"" quoted)
  if(quoted)
    set(quoted "\"${quoted}\"")
  endif()
  set_property(GLOBAL APPEND PROPERTY TRIVIUM_ROOMS_JSON "\"${room}\": [${quoted}]")

  file(GLOB tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${room}/*.cpp)
  list(FILTER tests EXCLUDE REGEX "_fuzz\\.cpp$")
  if(tests AND TRIVIUM_TESTS)
    trivium_test(${room} ${tests})
  endif()

  file(GLOB fuzzers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${room}/*_fuzz.cpp)
  if(fuzzers AND TRIVIUM_FUZZ)
    trivium_fuzzers(${room} ${fuzzers})
  endif()
endfunction()

# Tests know where the checkout is from main.cpp alone, which is compiled for each program; see tests/checkout.hpp.
set(TRIVIUM_TEST_MAIN ${PROJECT_SOURCE_DIR}/tests/main.cpp)
function(trivium_knows_its_checkout program)
  target_compile_options(${program} PRIVATE -include ${PROJECT_SOURCE_DIR}/tests/checkout.hpp)
  set_source_files_properties(${TRIVIUM_TEST_MAIN} PROPERTIES
    COMPILE_DEFINITIONS "TRIVIUM_SOURCE_PATH=\"${PROJECT_SOURCE_DIR}\";TRIVIUM_BUILD_PATH=\"${PROJECT_BINARY_DIR}\"")
endfunction()

# One test program per room: tests/<room>/x_test.cpp, and what they share beside them.
function(trivium_test room)
  add_executable(test_${room} ${ARGN} ${TRIVIUM_TEST_MAIN})
  target_link_libraries(test_${room} PRIVATE trivium::${room} ${RAPIDCHECK} trivium_warnings)
  target_include_directories(test_${room} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  trivium_knows_its_checkout(test_${room})
  add_test(NAME ${room} COMMAND test_${room} --minimal)
  set_tests_properties(${room} PROPERTIES LABELS unit TIMEOUT 1800 COST 100)
endfunction()

# One fuzzer per file: tests/<room>/x_fuzz.cpp becomes fuzz_<room>_x; the target fuzzers is all of them, and no more.
function(trivium_fuzzers room)
  if(NOT TARGET fuzzers)
    add_custom_target(fuzzers)
  endif()
  foreach(file IN LISTS ARGN)
    get_filename_component(name ${file} NAME_WE)
    string(REGEX REPLACE "_fuzz$" "" name ${name})
    add_executable(fuzz_${room}_${name} ${file})
    target_link_libraries(fuzz_${room}_${name} PRIVATE trivium::${room} trivium_warnings)
    target_compile_definitions(fuzz_${room}_${name} PRIVATE TRIVIUM_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    target_link_options(fuzz_${room}_${name} PRIVATE -fsanitize=fuzzer)
    add_dependencies(fuzzers fuzz_${room}_${name})
  endforeach()
endfunction()

# build/<preset>/rooms.json: which room may use which, for the check of the layers.
function(trivium_write_rooms)
  get_property(lines GLOBAL PROPERTY TRIVIUM_ROOMS_JSON)
  list(JOIN lines ",\n  " text)
  file(WRITE ${PROJECT_BINARY_DIR}/rooms.json "{\n  ${text}\n}\n")
endfunction()
