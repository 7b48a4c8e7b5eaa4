-- "Changed because of": what a manager says made an answer differ from the last round's.

create table reasons (
  id text primary key,
  assessment text not null references assessments (id),
  task text not null,
  because text not null,
  revision integer not null,
  written_by text not null references people (id),
  written_at text not null,
  unique (assessment, task)
) strict;
