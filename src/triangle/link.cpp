#include "triangle/link.hpp"

namespace trivium::triangle {

void draw(store::Session& session, const DrawnLink& link) {
  session.run(R"(
      insert into links (id, assessment, kind, from_row, to_row, strength, drawn_by, drawn_at)
      values (:id, :assessment, :kind, :from_row, :to_row, :strength, :drawn_by, :drawn_at)
      on conflict (assessment, kind, from_row, to_row)
      do update set strength = excluded.strength, drawn_by = excluded.drawn_by, drawn_at = excluded.drawn_at)",
              {{"id", link.id},
               {"assessment", link.assessment},
               {"kind", link.kind},
               {"from_row", link.from_row},
               {"to_row", link.to_row},
               {"strength", link.strength},
               {"drawn_by", link.drawn_by},
               {"drawn_at", link.drawn_at}});
}

bool take_back(store::Session& session, const AssessmentId& assessment, const LinkId& link) {
  return session.run("delete from links where id = :id and assessment = :assessment",
                     {{"id", link}, {"assessment", assessment}}) == 1;
}

std::vector<DrawnLink> links_of(store::Session& session, const AssessmentId& assessment) {
  return session.rows<DrawnLink>("select {} from links where assessment = :assessment order by drawn_at, id",
                                 {{"assessment", assessment}});
}

}  // namespace trivium::triangle
