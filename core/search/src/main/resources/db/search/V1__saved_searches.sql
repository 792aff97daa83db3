-- seen: the largest id of a question when the member last looked. Lengths are twice the limits in characters, see content.

create sequence saved_search_seq start with 50 increment by 50;

create table saved_search (
    id     bigint       primary key,
    member bigint       not null,
    name   varchar(120) not null,
    query  varchar(600) not null,
    saved  timestamp(6) not null,
    seen   bigint       not null
);

create index saved_search_by_member on saved_search (member);

-- The one row: the position of the last event whose question was held against every saved search.
create table search_alerted (
    id       integer primary key,
    position bigint  not null
);

insert into search_alerted (id, position) values (1, 0);
