-- The clock of a city, by its IANA name: times of a visit are told on it. '': that of the installation.
alter table cities add column zone text not null default '';
