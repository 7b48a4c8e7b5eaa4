-- Links that managers draw between the rows of their tables: instrument addresses demand, practice carries instrument out,
-- practice meets demand. Rows keep their ids for good, so a link holds while texts change.

create table links (
  id text primary key,
  assessment text not null references assessments (id),
  kind text not null check (kind in ('addresses', 'carries', 'meets')),
  from_row text not null,
  to_row text not null,
  strength text not null check (strength in ('direct', 'partly')),
  drawn_by text not null references people (id),
  drawn_at text not null,
  unique (assessment, kind, from_row, to_row)
) strict;
