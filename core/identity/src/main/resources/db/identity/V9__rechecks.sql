-- In which epochs every proven licence was looked at again: how many there were, and of how many nothing could be said.
create table recheck (
    epoch     varchar(10) primary key,
    looked_at bigint      not null,
    skipped   bigint      not null
);
