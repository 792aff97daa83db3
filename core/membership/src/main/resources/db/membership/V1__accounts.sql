-- name_key: the name as it is compared, so that no two look alike; one of specialty and client is null.
-- No time is finer than a day here, and no address is kept: what a credential's use could be matched with is not stored.

create sequence account_seq start with 50 increment by 50;

create table account (
    id        bigint       primary key,
    version   integer      not null,
    name      varchar(60)  not null,
    name_key  varchar(60)  not null unique,
    role      varchar(20)  not null,
    specialty varchar(20),
    client    varchar(80),
    password  varchar(200) not null,
    failures  integer      not null,
    retry     timestamp(6) not null
);

create table session (
    digest  varchar(64)  primary key,
    account bigint       not null,
    expires timestamp(6) not null
);

create index session_by_expiry on session (expires);

create table spent_credential (
    digest varchar(64) primary key,
    epoch  varchar(10) not null
);
