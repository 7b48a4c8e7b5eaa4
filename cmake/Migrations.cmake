# Builds src/store/migrations/*.sql into the program.
function(trivium_migrations output)
  file(GLOB files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/store/migrations/*.sql)
  list(SORT files)
  set(texts "")
  set(rows "")
  foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME_WE)
    string(REGEX MATCH "^[0-9]+" digits ${name})
    math(EXPR number "1${digits} - 10000")
    file(READ ${file} sql)
    string(APPEND texts "constexpr std::string_view k${number} = R\"sql(${sql})sql\";\n")
    list(APPEND rows "Migration{${number}, \"${name}\", k${number}}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  endforeach()
  list(JOIN rows ", " all)
  file(CONFIGURE OUTPUT ${output} CONTENT "// Made from src/store/migrations/*.sql.
#include \"store/migrate.hpp\"

#include <array>

namespace trivium::store {
namespace {

@texts@
constexpr std::array kAll{@all@};

}  // namespace

std::span<const Migration> migrations() { return kAll; }

}  // namespace trivium::store
" @ONLY)
endfunction()
