-- Lengths are twice the limits in characters: H2 counts a character outside the basic plane as two.

create sequence question_seq start with 50 increment by 50;

create table question (
    id        bigint         primary key,
    version   integer        not null,
    specialty varchar(200)   not null,
    title     varchar(400)   not null,
    body      varchar(20000) not null,
    asked     timestamp(6)   not null
);

create index question_by_specialty on question (specialty, id desc);
