-- type: the event's class; body: the event as JSON; position: null until the event has been numbered.

create sequence outbox_seq;

create table outbox (
    id       bigint         primary key,
    type     varchar(200)   not null,
    body     varchar(20000) not null,
    position bigint
);

create unique index outbox_by_position on outbox (position);
create index outbox_by_type on outbox (type, position);

create table outbox_clock (
    last bigint not null
);

insert into outbox_clock (last) values (0);

create table outbox_listener (
    name     varchar(100) primary key,
    position bigint       not null
);
