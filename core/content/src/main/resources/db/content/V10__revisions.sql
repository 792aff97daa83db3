-- What a post said before it was edited. body: empty if its author has erased it; ratings: how many had rated advice by then.
create sequence revision_seq start with 50 increment by 50;

create table revision (
    id       bigint         primary key,
    kind     varchar(10)    not null,
    post     bigint         not null,
    title    varchar(400),
    body     varchar(20000) not null,
    written  timestamp(6)   not null,
    replaced timestamp(6)   not null,
    ratings  integer        not null,
    erased   boolean        not null
);

create index revision_by_post on revision (kind, post);

-- When it was last edited, and how many had rated advice by then.
alter table question add column edited timestamp(6);
alter table advice add column edited timestamp(6);
alter table advice add column edited_after integer default 0 not null;
