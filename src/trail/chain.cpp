#include "trail/chain.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <array>

namespace trivium::trail {
namespace {

End end_of(store::Session& session, const char* which) {
  return session.row<End>("select {} from trail_ends where which = :which", {{"which", which}}).value_or(End{});
}

// With its length before it, so that no two rows read the same.
void add(std::string& text, const std::string& part) { text += fmt::format("{}:{}\n", part.size(), part); }

}  // namespace

std::string hash_after(const std::string& before, const Row& row) {
  std::string text;
  for (const auto& part : {before, std::to_string(row.number), row.at.text, row.who, row.deed, row.about, row.records,
                           row.form, row.result})
    add(text, part);
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                     nullptr, 0);
  std::string hex(2 * hash.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.pop_back();
  return hex;
}

void note(store::Session& session, std::span<const Entry> entries) {
  if (entries.empty()) return;
  session.run("insert into trail_ends (which, number, hash) values ('last', 0, '') on conflict (which) do nothing");
  // Written to be held: on PostgreSQL the next transaction that notes something waits here.
  session.run("update trail_ends set number = number where which = 'last'");
  auto end = last(session);
  for (const Entry& entry : entries) {
    Row row{.number = end.number + 1,
            .at = entry.at,
            .who = entry.who,
            .deed = std::string{shape::name_of(entry.deed)},
            .about = entry.about,
            .records = entry.records,
            .form = entry.form,
            .result = std::string{shape::name_of(entry.result)},
            .hash = {}};
    row.hash = hash_after(end.hash, row);
    session.insert("trail", row);
    end = {row.number, row.hash};
  }
  session.run("update trail_ends set number = :number, hash = :hash where which = 'last'",
              {{"number", end.number}, {"hash", end.hash}});
}

void note(store::Session& session, const Entry& entry) { note(session, std::span{&entry, 1}); }

End last(store::Session& session) { return end_of(session, "last"); }
End before_first(store::Session& session) { return end_of(session, "before_first"); }

}  // namespace trivium::trail
