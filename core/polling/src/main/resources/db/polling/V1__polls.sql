-- A ballot has a random id and no member. That a member has answered is kept under a key that only the poll's own secret
-- makes: HMAC(secret, member). A ballot is written together with that key, so it waits in the urn until five of its poll
-- do; then these are moved to the ballots together, in an order drawn by lot. What still waits in the urn can be linked to
-- its key by whoever reads the database with its row versions; what has been shuffled, only to five keys.
-- shown: how many ballots are in the figures that members see; as many as have left the urn.

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
    figures varchar(20000) not null,
    shown   bigint        not null,
    shown_figures varchar(20000) not null
);

create table urn (
    id            bigint        primary key,
    poll          bigint        not null references poll,
    schema_number integer       not null,
    answer        varchar(8000) not null
);

create index urn_by_poll on urn (poll);

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
