-- What was counted of a cluster, year by year, as it was pasted from a spreadsheet.

create table cluster_numbers (
  cluster text primary key references clusters (id),
  source text not null,                 -- where the numbers are from
  numbers text not null,                -- as they were typed; read anew each time
  decimal text not null check (decimal in ('point', 'comma')),
  revision integer not null check (revision > 0),
  written_by text not null references people (id),
  written_at text not null
) strict;
