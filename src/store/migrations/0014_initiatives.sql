-- The initiatives of a cluster: what its managers stand for. There may be none; one may lie within another.

create table initiatives (
  id text primary key,
  cluster text not null references clusters (id),
  name text not null,
  -- Another one of the cluster. Looked at when a transaction ends: a backup brings them in any order.
  within text references initiatives (id) deferrable initially deferred,
  revision integer not null,
  created_at text not null,
  ended_at text,
  check (within <> id)
) strict;
create index initiatives_by_cluster on initiatives (cluster);

create table initiatives_of_roles (
  role text not null references roles (id),
  initiative text not null references initiatives (id),
  primary key (role, initiative)
) strict;
create index initiatives_of_roles_by_initiative on initiatives_of_roles (initiative);

-- Until now an initiative was a line of text on a role. Each text becomes a record with the id of the first role that had
-- it: ids are made by the program, and SQL cannot make one.
insert into initiatives (id, cluster, name, within, revision, created_at, ended_at)
  select min(id), cluster, initiative, null, 1, min(since), null from roles
  where initiative <> '' and cluster is not null group by cluster, initiative;
insert into initiatives_of_roles (role, initiative)
  select roles.id, initiatives.id
  from roles join initiatives on initiatives.cluster = roles.cluster and initiatives.name = roles.initiative
  where roles.role = 'manager';
alter table roles drop column initiative;
