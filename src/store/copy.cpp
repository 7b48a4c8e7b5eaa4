#include "store/copy.hpp"

#include "store/migrate.hpp"

#include <fmt/format.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ranges>

namespace trivium::store {
namespace {

struct ColumnFact {
  std::string name;
  std::string type;
};
TRIVIUM_SHAPE(ColumnFact, name, type)

struct TableShape {
  std::string name;
  std::vector<std::string> columns;
  std::vector<Kind> kinds;
};

// Columns and kinds, read off a SQLite schema; both databases are made by the same migrations.
std::vector<TableShape> shapes_of(Session& sqlite) {
  std::vector<TableShape> shapes;
  for (const auto& table : tables()) {
    TableShape shape{.name = table, .columns = {}, .kinds = {}};
    for (const auto& column :
         sqlite.rows<ColumnFact>("select {} from pragma_table_info(:table_name)", {{"table_name", table}})) {
      shape.columns.push_back(column.name);
      shape.kinds.push_back(column.type == "INTEGER" ? Kind::integer : column.type == "REAL" ? Kind::real : Kind::text);
    }
    shapes.push_back(std::move(shape));
  }
  return shapes;
}

void copy_table(Session& from, Session& to, const TableShape& table) {
  const std::string columns = fmt::format("{}", fmt::join(table.columns, ", "));
  const std::string marks = fmt::format(":{}", fmt::join(table.columns, ", :"));
  const std::string insert = fmt::format("insert into {} ({}) values ({})", table.name, columns, marks);
  from.each(fmt::format("select {} from {}", columns, table.name), table.kinds, [&](std::span<Value> values) {
    std::vector<Param> params;
    for (std::size_t i = 0; i < values.size(); ++i) params.emplace_back(table.columns[i], std::move(values[i]));
    to.run(insert, params);
  });
}

void open_new(soci::session& file, const std::string& name) {
  file.open(soci::sqlite3, "db=\"" + name + "\"");
  file << "pragma synchronous = full";
  migrate(file, Dialect::sqlite);
}

// A private copy of the file, brought to today's schema, or why it is none.
std::expected<std::unique_ptr<soci::session>, NotABackup> opened(const std::string& copy) {
  auto file = std::make_unique<soci::session>();
  try {
    file->open(soci::sqlite3, "db=\"" + copy + "\"");
    std::string sound;
    *file << "pragma integrity_check(1)", soci::into(sound);
    if (sound != "ok") return std::unexpected{NotABackup::damaged};
    int known = 0;
    *file << "select count(*) from sqlite_master where type = 'table' and name in ('migrations', 'people', 'answers')",
        soci::into(known);
    if (known != 3) return std::unexpected{NotABackup::unreadable};
    int newest = 0;
    *file << "select max(number) from migrations", soci::into(newest);
    if (newest > migrations().back().number) return std::unexpected{NotABackup::newer};
    migrate(*file, Dialect::sqlite);
    std::string orphan;
    soci::indicator none = soci::i_ok;
    *file << "select group_concat(\"table\") from pragma_foreign_key_check", soci::into(orphan, none);
    if (none != soci::i_null) return std::unexpected{NotABackup::damaged};
  } catch (const soci::soci_error&) {
    return std::unexpected{NotABackup::damaged};  // it begins as a database does, and breaks off
  }
  return file;
}

bool looks_like_sqlite(const std::string& name) {
  std::ifstream stream{name, std::ios::binary};
  std::string head(16, '\0');
  stream.read(head.data(), 16);
  return stream && head == std::string{"SQLite format 3\0", 16};
}

}  // namespace

std::vector<std::string> tables() {
  return {"people",
          "cities",
          "clusters",
          "initiatives",
          "networks",
          "network_cities",
          "programmes",
          "programme_steps",
          "roles",
          "initiatives_of_roles",
          "invitations",
          "sessions",
          "set_up_keys",
          "refused_sign_ins",
          "rounds",
          "assessments",
          "looks",
          "answers",
          "answer_versions",
          "links",
          "reasons",
          "own_cases",
          "cluster_numbers",
          "translations",
          "translation_outcomes",
          "conversations",
          "remarks",
          "told_to_all",
          "closings",
          "visits",
          "coach_notes",
          "calendar_links",
          "reminders",
          "trail",
          "trail_ends",
          "erasures",
          "retention"};
}

void back_up(const Store& store, const std::string& file) {
  if (std::filesystem::exists(file)) throw Fault{fmt::format("{} is there already; a backup never overwrites.", file)};
  // Made under another name and renamed when it is whole: whatever stands under the name asked for is a backup.
  const std::string making = file + ".making";
  std::filesystem::remove(making);
  try {
    soci::session made;
    open_new(made, making);
    made << "begin immediate";
    Session to{made};
    const auto shapes = shapes_of(to);
    store.as_of_one_moment([&](Session& from) {
      for (const auto& shape : shapes) copy_table(from, to, shape);
    });
    made << "commit";
  } catch (const soci::soci_error& trouble) {
    std::filesystem::remove(making);
    throw Fault{trouble.what()};
  } catch (...) {
    std::filesystem::remove(making);
    throw;
  }
  std::filesystem::rename(making, file);
}

std::expected<void, NotABackup> restore(Store& store, const std::string& file, const Restoring& heeding) {
  if (!looks_like_sqlite(file)) return std::unexpected{NotABackup::unreadable};
  // Looked through and migrated on a copy of its own: the backup itself is never changed.
  const std::string copy = file + ".restoring";
  std::filesystem::copy_file(file, copy, std::filesystem::copy_options::overwrite_existing);
  auto backup = opened(copy);
  if (backup) {
    Session from{**backup};
    const auto shapes = shapes_of(from);
    store.write([&](Session& to) {
      const auto staying = heeding.stays ? heeding.stays(from, to) : std::vector<std::string>{};
      const auto stays = [&](const TableShape& shape) {
        return std::ranges::find(staying, shape.name) != staying.end();
      };
      for (const auto& shape : std::views::reverse(shapes)) {
        if (!stays(shape)) to.run("delete from " + shape.name);
      }
      for (const auto& shape : shapes) {
        if (!stays(shape)) copy_table(from, to, shape);
      }
      if (heeding.then) heeding.then(to);
    });
    (*backup)->close();
  }
  for (const char* rest : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(copy + rest);
  if (!backup) return std::unexpected{backup.error()};
  return {};
}

}  // namespace trivium::store
