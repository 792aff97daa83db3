-- A ballot has a random id and no member. That a member has answered is kept under a key that only the poll's own secret
-- makes: HMAC(secret, member). Nothing links the two tables.

create sequence poll_seq start with 50 increment by 50;

create table poll (
    id      bigint        primary key,
    version integer       not null,
    type    varchar(40)   not null,
    text    varchar(1000) not null,
    choices varchar(8000) not null,
    secret  varchar(100)  not null,
    opened  timestamp(6)  not null,
    ballots bigint        not null,
    cells   varchar(20000) not null,
    figures varchar(20000) not null
);

create table ballot (
    id            bigint        primary key,
    poll          bigint        not null references poll,
    schema_number integer       not null,
    answer        varchar(8000) not null
);

create index ballot_by_poll on ballot (poll);

create table answered (
    poll bigint      not null references poll,
    who  varchar(64) not null,
    primary key (poll, who)
);
