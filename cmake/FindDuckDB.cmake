# DuckDB as script/npm has put it into node_modules: DuckDB::DuckDB, and DUCKDB_LIBRARY for the installation.
set(duckdb_folder ${PROJECT_SOURCE_DIR}/node_modules)
find_path(DUCKDB_INCLUDE duckdb.h PATHS ${duckdb_folder}/.duckdb NO_DEFAULT_PATH)
find_library(DUCKDB_LIBRARY duckdb PATHS ${duckdb_folder}/@duckdb/node-bindings-linux-x64 NO_DEFAULT_PATH)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(DuckDB REQUIRED_VARS DUCKDB_LIBRARY DUCKDB_INCLUDE
  REASON_FAILURE_MESSAGE "script/npm fetches it, for x86-64 only")
if(DuckDB_FOUND AND NOT TARGET DuckDB::DuckDB)
  add_library(DuckDB::DuckDB SHARED IMPORTED)
  set_target_properties(DuckDB::DuckDB PROPERTIES IMPORTED_LOCATION ${DUCKDB_LIBRARY} IMPORTED_SONAME libduckdb.so
    INTERFACE_INCLUDE_DIRECTORIES ${DUCKDB_INCLUDE})
endif()
