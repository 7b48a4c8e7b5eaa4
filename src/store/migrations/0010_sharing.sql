-- Who reads a table once it is sent: its coaches and colleagues, or the city too; and whether its choices are counted when cities are compared.
alter table assessments add column open_to_city_at text;
alter table assessments add column compared_at text;
