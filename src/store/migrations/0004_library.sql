-- What people take from the cases of the library, what became of it, and the cases they tell themselves.

create table own_cases (
  id text primary key,
  cluster text not null references clusters (id),
  kind text not null check (kind in ('practice', 'path', 'failure')),
  title text not null,
  place text not null,
  cluster_name text not null,
  situation text not null,
  what_was_done text not null,
  what_it_took text not null,
  what_to_watch text not null,
  question text not null,
  stages text not null,                 -- lists of codes, as JSON
  mechanisms text not null,
  tasks text not null,
  language text not null,
  revision integer not null check (revision > 0),
  written_by text not null references people (id),
  written_at text not null
) strict;
create index own_cases_by_cluster on own_cases (cluster);

create table translations (
  id text primary key,
  assessment text not null references assessments (id),
  told_case text not null,              -- an id in data/library, or of an own case, which may be gone since
  title text not null,                  -- as the case was called then
  same text not null,
  different text not null,
  would_have_to_be_true text not null,
  language text not null,
  revision integer not null check (revision > 0),
  written_by text not null references people (id),
  written_at text not null,
  unique (assessment, told_case)
) strict;

-- Looked at in a later round, from that round's table.
create table translation_outcomes (
  translation text not null references translations (id),
  assessment text not null references assessments (id),
  outcome text not null check (outcome in ('tried_worked', 'tried_did_not', 'not_tried', 'too_early')),
  what_happened text not null,
  language text not null,
  revision integer not null check (revision > 0),
  written_by text not null references people (id),
  written_at text not null,
  primary key (translation, assessment)
) strict;
create index translation_outcomes_by_assessment on translation_outcomes (assessment);
