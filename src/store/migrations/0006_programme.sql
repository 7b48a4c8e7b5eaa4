-- Networks of cities, the programmes they run, and roles that reach further than one cluster.

create table networks (
  id text primary key,
  name text not null,
  illustration integer not null check (illustration in (0, 1)),
  created_at text not null
) strict;

create table network_cities (
  network text not null references networks (id),
  city text not null references cities (id),
  since text not null,
  primary key (network, city)
) strict;

create table programmes (
  id text primary key,
  network text not null references networks (id),
  title text not null,
  most_managers integer not null check (most_managers > 0),   -- in one city
  opened_on text not null
) strict;
create index programmes_by_network on programmes (network);

create table programme_steps (
  programme text not null references programmes (id),
  step integer not null check (step between 1 and 5),
  due text not null check (due in ('by', 'before')),
  due_on text not null,
  deliverable text not null check (deliverable in ('none', 'names', 'tables', 'summaries')),
  title text not null,                  -- a network's own; empty: the product's words
  instructions text not null,           -- the same
  revision integer not null check (revision > 0),
  changed_at text not null,
  primary key (programme, step)
) strict;

-- A cluster takes part in a programme by the round its tables are filled in for it.
alter table rounds add column programme text references programmes (id);
create unique index rounds_by_programme on rounds (programme, cluster);

-- Managers belong to a cluster; coaches and coordinators to a cluster or to a network's city; lead and observers to a network.
create table roles_with_networks (
  id text primary key,
  person text not null references people (id),
  role text not null check (role in ('manager', 'coach', 'coordinator', 'lead', 'observer')),
  cluster text references clusters (id),
  network text references networks (id),
  city text references cities (id),
  initiative text not null,             -- what a manager stands for in the cluster; may be empty
  since text not null,
  until text,
  check ((cluster is not null) <> (network is not null)),
  check ((cluster is null) or (role in ('manager', 'coach', 'coordinator') and city is null)),
  check ((network is null) or (role in ('lead', 'observer') and city is null) or (role in ('coach', 'coordinator') and city is not null))
) strict;
insert into roles_with_networks (id, person, role, cluster, network, city, initiative, since, until)
  select id, person, role, cluster, null, null, '', since, until from roles;
drop table roles;
alter table roles_with_networks rename to roles;
create index roles_by_person on roles (person);
create index roles_by_cluster on roles (cluster);
create index roles_by_network on roles (network);

create table invitations_with_networks (
  id text primary key,
  key_hash text not null unique,
  name text not null,
  email text not null,
  role text not null check (role in ('manager', 'coach', 'coordinator', 'lead', 'observer')),
  cluster text references clusters (id),
  network text references networks (id),
  city text references cities (id),
  initiative text not null,
  instead_of text references roles (id),  -- handed over: that role ends when this is accepted
  invited_by text not null references people (id),
  invited_at text not null,
  expires_at text not null,
  accepted_at text,
  withdrawn_at text,
  check ((cluster is not null) <> (network is not null))
) strict;
insert into invitations_with_networks (id, key_hash, name, email, role, cluster, network, city, initiative, instead_of, invited_by,
    invited_at, expires_at, accepted_at, withdrawn_at)
  select id, key_hash, name, email, role, cluster, null, null, '', null, invited_by, invited_at, expires_at, accepted_at, withdrawn_at
  from invitations;
drop table invitations;
alter table invitations_with_networks rename to invitations;
create index invitations_by_cluster on invitations (cluster);
create index invitations_by_network on invitations (network);
