-- The licence desk's own database. No pseudonym is ever written here, and nothing of what was issued but the epoch: a credential is
-- made again from the desk's secret whenever it is asked for. Times are days.

create table desk_secret (
    name  varchar(40)  primary key,
    content varchar(500) not null
);

create table registry_entry (
    registry    varchar(40)   not null,
    number      varchar(40)   not null,
    given_name  varchar(300)  not null,
    family_name varchar(300)  not null,
    credential  varchar(200)  not null,
    status      varchar(200)  not null,
    taxonomies  varchar(400)  not null,
    licences    varchar(2000) not null,
    address     varchar(1000) not null,
    primary key (registry, number)
);

create table registry_load (
    registry     varchar(40) not null,
    file         varchar(64) not null,
    row_count    bigint      not null,
    stored       bigint      not null,
    rejected     bigint      not null,
    reject_bytes bigint      not null,
    finished     boolean     not null,
    started      varchar(10) not null,
    primary key (registry, file)
);

create table registry_reject (
    registry  varchar(40)  not null,
    file      varchar(64)  not null,
    reason    varchar(400) not null,
    row_count bigint       not null,
    primary key (registry, file, reason)
);

create sequence licence_case_seq;

create table licence_case (
    id             bigint        primary key,
    key_digest     varchar(64)   not null unique,
    live           varchar(81)   unique,
    registry       varchar(40)   not null,
    number         varchar(40)   not null,
    given_name     varchar(200)  not null,
    family_name    varchar(200)  not null,
    licence_number varchar(80)   not null,
    licence_state  varchar(2)    not null,
    state          varchar(10)   not null,
    reason         varchar(1000) not null,
    evidence       varchar(1000) not null,
    specialty      varchar(20)   not null,
    address        varchar(1000) not null,
    attempts       integer       not null,
    proven         boolean       not null,
    approved       varchar(1000) not null,
    issued         varchar(10)   not null,
    opened         varchar(10)   not null,
    expires        varchar(10)   not null
);

create index licence_case_by_state on licence_case (state, id);
