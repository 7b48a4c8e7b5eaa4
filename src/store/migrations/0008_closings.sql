-- What a manager writes at the end of a programme, or of a round: one summary beside each table.

create table closings (
  assessment text primary key references assessments (id),
  issues text not null,
  solutions text not null,
  lessons text not null,
  language text not null,
  revision integer not null check (revision > 0),
  written_at text not null,
  handed_in_at text
) strict;
