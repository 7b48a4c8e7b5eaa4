#include "triangle/cluster_numbers.hpp"

namespace trivium::triangle {

std::optional<ClusterNumbers> numbers_of(store::Session& session, const ClusterId& cluster) {
  return session.row<ClusterNumbers>("select {} from cluster_numbers where cluster = :cluster", {{"cluster", cluster}});
}

std::expected<ClusterNumbers, StaleNumbers> keep(store::Session& session, ClusterNumbers given) {
  auto stored = numbers_of(session, given.cluster);
  if (stored && stored->source == given.source && stored->numbers == given.numbers && stored->decimal == given.decimal)
    return std::move(*stored);
  if ((stored ? stored->revision : 0) != given.revision) return std::unexpected{StaleNumbers{std::move(stored)}};
  given.revision += 1;
  if (!stored) {
    session.insert("cluster_numbers", given);
    return given;
  }
  const auto written = session.run(
      R"(
      update cluster_numbers set source = :source, numbers = :numbers, decimal = :decimal, revision = :revision,
             written_by = :written_by, written_at = :written_at
      where cluster = :cluster and revision = :made_on)",
      {{"source", given.source},
       {"numbers", given.numbers},
       {"decimal", given.decimal},
       {"revision", given.revision},
       {"written_by", given.written_by},
       {"written_at", given.written_at},
       {"cluster", given.cluster},
       {"made_on", given.revision - 1}});
  // On PostgreSQL another connection may have written since the row was looked at.
  if (written != 1) return std::unexpected{StaleNumbers{numbers_of(session, given.cluster)}};
  return given;
}

}  // namespace trivium::triangle
