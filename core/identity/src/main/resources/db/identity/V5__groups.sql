-- How many physicians each registry lists under a taxonomy code, counted at the end of each load: a key is made only for a
-- specialty in which enough could hold its credentials.

create table census (
    registry   varchar(40) not null,
    code       varchar(20) not null,
    physicians bigint      not null,
    primary key (registry, code)
);

-- Which key was used for a licence, so that it can be used again, and how many were issued with each.

alter table issued add column key_id varchar(22) not null default '';
