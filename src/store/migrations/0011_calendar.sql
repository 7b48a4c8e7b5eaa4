-- Dates that come to people: a secret address for a calendar, and reminders by mail.

-- One open at a time for each person. Only the hash of the key in the address is kept.
create table calendar_links (
  id text primary key,
  key_hash text not null unique,
  person text not null references people (id),
  made_at text not null,
  ended_at text
) strict;
create unique index calendar_links_open on calendar_links (person) where ended_at is null;

alter table people add column reminded integer not null default 1 check (reminded in (0, 1));

-- A reminder is claimed, sent, noted as sent, in this order: whoever dies in between leaves a claim that runs out, so that it
-- may come twice and is never lost.
create table reminders (
  person text not null references people (id),
  duty text not null,
  about text not null,                  -- the round or the programme
  last_day text not null,               -- a day that is moved is reminded of anew
  days_before integer not null,
  claimed_at text not null,
  sent_at text,
  primary key (person, duty, about, last_day, days_before)
) strict;
