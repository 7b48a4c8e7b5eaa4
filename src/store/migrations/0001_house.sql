-- People, clusters, rounds and filled-in tables. "strict" is SQLite's word and is left out on PostgreSQL (store/migrate.cpp).

create table people (
  id text primary key,
  name text not null,
  email text not null unique,
  password text,                        -- argon2id; none for the invented people of the sample city
  language text not null,
  hosts integer not null check (hosts in (0, 1)),
  illustration integer not null check (illustration in (0, 1)),
  created_at text not null
) strict;

create table cities (
  id text primary key,
  name text not null,
  country text not null,
  unique (name, country)
) strict;

create table clusters (
  id text primary key,
  city text not null references cities (id),
  name text not null,
  illustration integer not null check (illustration in (0, 1)),
  created_at text not null
) strict;
create index clusters_by_city on clusters (city);

create table roles (
  id text primary key,
  person text not null references people (id),
  cluster text not null references clusters (id),
  role text not null check (role in ('manager', 'coach', 'coordinator')),
  since text not null,
  until text
) strict;
create index roles_by_person on roles (person);
create index roles_by_cluster on roles (cluster);

create table invitations (
  id text primary key,
  key_hash text not null unique,
  name text not null,
  email text not null,
  role text not null check (role in ('manager', 'coach', 'coordinator')),
  cluster text not null references clusters (id),
  invited_by text not null references people (id),
  invited_at text not null,
  expires_at text not null,
  accepted_at text,
  withdrawn_at text
) strict;
create index invitations_by_cluster on invitations (cluster);

create table sessions (
  id text primary key,
  key_hash text not null unique,
  person text not null references people (id),
  device text not null,
  started_at text not null,
  last_seen_at text not null,
  expires_at text not null,
  ended_at text
) strict;
create index sessions_by_person on sessions (person);

create table set_up_keys (
  key_hash text primary key,
  made_at text not null,
  expires_at text not null,
  used_at text
) strict;

create table refused_sign_ins (
  id text primary key,
  email text not null,
  address text not null,
  at text not null
) strict;
create index refused_sign_ins_by_email on refused_sign_ins (email, at);
create index refused_sign_ins_by_address on refused_sign_ins (address, at);

create table rounds (
  id text primary key,
  cluster text not null references clusters (id),
  title text not null,
  question_set integer not null,        -- the version of the 32 tasks this round is answered with
  opened_on text not null,
  send_by text
) strict;
create index rounds_by_cluster on rounds (cluster);

create table assessments (
  id text primary key,
  round text not null references rounds (id),
  person text not null references people (id),
  started_from text not null check (started_from in ('A', 'B', 'C')),
  started_at text not null,
  last_task text,
  sent_at text,
  unique (round, person)
) strict;
create index assessments_by_person on assessments (person);

create table looks (
  assessment text not null references assessments (id),
  task text not null,
  person text not null references people (id),
  looked_at text not null,
  primary key (assessment, task)
) strict;

create table answers (
  assessment text not null references assessments (id),
  task text not null,
  standing text check (standing in ('answered', 'not_known_yet', 'does_not_apply', 'rather_not_say')),
  confidence text check (confidence in ('guess', 'experience', 'evidence')),
  notes text not null,
  evidence text not null,
  facets text not null,
  language text not null,
  revision integer not null check (revision > 0),
  written_by text not null references people (id),
  written_at text not null,
  primary key (assessment, task)
) strict;

-- Every saved text, the standing one included. Only added to.
create table answer_versions (
  assessment text not null references assessments (id),
  task text not null,
  revision integer not null,
  standing text,
  confidence text,
  notes text not null,
  evidence text not null,
  facets text not null,
  language text not null,
  written_by text not null references people (id),
  written_at text not null,
  primary key (assessment, task, revision)
) strict;
