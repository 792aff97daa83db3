-- What was said about a piece of advice.
create sequence reply_seq start with 50 increment by 50;

create table reply (
    id        bigint        primary key,
    version   integer       not null,
    question  bigint        not null references question,
    advice    bigint        not null references advice,
    member    bigint        not null,
    pseudonym varchar(60)   not null,
    expertise varchar(20)   not null,
    body      varchar(2000) not null,
    written   timestamp(6)  not null,
    edited    timestamp(6),
    hidden    varchar(400)
);

create index reply_by_question on reply (question, advice);

-- replies: how many there are, those included that are hidden, so that advice without any is shown without looking for them.
alter table advice add column replies integer default 0 not null;
