-- Lengths are twice the limits in characters: H2 counts a character outside the basic plane as two.
-- pseudonym and specialty of an author stand beside the text, so that a page is one query. A member's id never leaves.

create table channel (
    code   varchar(20)   primary key,
    name   varchar(200)  not null,
    topics varchar(8000) not null
);

create sequence question_seq start with 50 increment by 50;

create table question (
    id        bigint         primary key,
    version   integer        not null,
    member    bigint         not null,
    pseudonym varchar(60)    not null,
    expertise varchar(20)    not null,
    channel   varchar(20)    not null,
    topics    varchar(1000)  not null,
    title     varchar(400)   not null,
    body      varchar(20000) not null,
    poll      bigint,
    comments  integer        not null,
    asked     timestamp(6)   not null
);

create index question_by_channel on question (channel, id desc);

create sequence comment_seq start with 50 increment by 50;

create table advice (
    id        bigint           primary key,
    version   integer          not null,
    question  bigint           not null references question,
    member    bigint           not null,
    pseudonym varchar(60)      not null,
    expertise varchar(20)      not null,
    body      varchar(10000)   not null,
    written   timestamp(6)     not null,
    agree     integer          not null,
    partly    integer          not null,
    disagree  integer          not null
);

create index advice_by_question on advice (question);

create table rating (
    advice bigint      not null references advice,
    member bigint      not null,
    rating varchar(10) not null,
    primary key (advice, member)
);
