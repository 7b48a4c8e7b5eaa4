-- What is asked of the coaches, and what they ask; and what of it was told to all.

create table conversations (
  id text primary key,
  round text not null references rounds (id),
  assessment text references assessments (id),   -- the table it is about; nothing: in general
  task text not null,                            -- of that table; empty: in general
  on_revision integer not null,                  -- of the answer when it began; 0: none
  with_person text not null references people (id),  -- who talks with the coaches
  heard text not null check (heard in ('coaches', 'colleagues')),
  begun_by text not null references people (id),
  begun_at text not null,
  resolved_at text,
  check ((assessment is null) = (task = ''))
) strict;
create index conversations_by_round on conversations (round);
create index conversations_by_assessment on conversations (assessment);

-- Only added to.
create table remarks (
  id text primary key,
  conversation text not null references conversations (id),
  written_by text not null references people (id),
  written_at text not null,
  text text not null
) strict;
create index remarks_by_conversation on remarks (conversation);

-- In words that name nobody, for everybody in the programme.
create table told_to_all (
  conversation text primary key references conversations (id),
  programme text not null references programmes (id),
  question text not null,
  answer text not null,
  told_by text not null references people (id),
  told_at text not null,
  revision integer not null check (revision > 0)
) strict;
create index told_to_all_by_programme on told_to_all (programme);
