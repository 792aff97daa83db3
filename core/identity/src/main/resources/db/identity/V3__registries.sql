-- A registry's loads are counted, so that a full one can end what it has not brought, and what a later one has brought stays. What a
-- row says is weighed (0 active, 1 for a person, 2 inactive), for a number may come in several rows and the worst counts.

alter table registry_entry add column load_no integer default 0 not null;
alter table registry_entry add column weight smallint default 0 not null;
alter table registry_entry add column expires varchar(10) default '9999-12-31' not null;
alter table registry_entry add column other_names varchar(1000) default '' not null;

alter table registry_load add column load_no integer default 0 not null;
alter table registry_load add column complete boolean default false not null;
alter table registry_load add column as_of varchar(10) default '0001-01-01' not null;
update registry_load set as_of = started;

-- How entries are found beside by their number: by a licence's digits (L) or by name (N).

create table registry_key (
    registry varchar(40)  not null,
    search   varchar(120) not null,
    number   varchar(40)  not null,
    load_no  integer      not null,
    primary key (registry, search, number)
);

-- Whose national register the number of a case is in.

alter table licence_case add column country varchar(2) default 'US' not null;
