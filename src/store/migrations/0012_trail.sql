-- Who saw or changed what, whom the house has forgotten, and for how long tables are kept.

-- A chain: each hash is of the row and of the hash before it. Only added to; the beginning is cut off after its days.
create table trail (
  number integer primary key check (number > 0),
  at text not null,
  who text not null,                    -- a person's id; empty: nobody who is known; console: a command
  deed text not null,
  about text not null,                  -- the id of whose it is; may be empty
  records text not null,                -- by their ids, never what they say
  form text not null,                   -- page, json, csv, document; empty for changes
  result text not null check (result in ('done', 'refused')),
  hash text not null
) strict;
create index trail_by_who on trail (who, number);
create index trail_by_about on trail (about, number);

create table trail_ends (
  which text primary key check (which in ('before_first', 'last')),
  number integer not null,
  hash text not null
) strict;

-- Ids of people and invitations that are to stay gone after a backup was restored: hashed, each with a key of its own.
create table erasures (
  token text primary key,
  day text not null
) strict;

-- How long tables are kept after a programme's end. No row: until they are erased.
create table retention (
  reach text primary key,               -- 'house', or the id of a network
  days integer not null check (days between 30 and 3650),
  set_by text not null references people (id),
  set_at text not null
) strict;

-- Somebody who was erased: no name, no address, only the id that others' records still point to.
alter table people add column erased_on text;
