-- The specialty of who rated; null where a rating is older than this.
alter table rating add column expertise varchar(20);

-- left_out: ratings that do not count, of members who favour each other. standing: of its author by the last fit, null while too little is
-- known. hindsight_fitted: what the last fit took for what later showed.
alter table advice add column left_out integer default 0 not null;
alter table advice add column standing double precision;
alter table advice add column hindsight_fitted varchar(20);

-- Members who favour each other, by the last fit. Never shown to anybody, and in no release.
create table consensus_ring (
    member bigint primary key,
    ring   bigint not null
);

-- How colleagues of other specialties rated a member's advice, and what later showed about it, by the last fit.
create table standing (
    member        bigint  primary key,
    agree         integer not null,
    partly        integer not null,
    disagree      integer not null,
    borne_out     integer not null,
    not_borne_out integer not null
);
