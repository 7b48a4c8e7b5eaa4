-- The day the coaches come, and what they note beside the tables.

create table visits (
  round text primary key references rounds (id),
  on_day text,
  place text not null,
  timetable text not null,  -- a line for each thing: 09:30 Presentation
  revision integer not null check (revision > 0),
  changed_by text not null references people (id),
  changed_at text not null
) strict;

-- Between the coaches of a table: one note beside each task.
create table coach_notes (
  assessment text not null references assessments (id),
  task text not null,
  text text not null,
  revision integer not null check (revision > 0),
  written_by text not null references people (id),
  written_at text not null,
  primary key (assessment, task)
) strict;
