-- name: a channel's code, a topic, or a question's number; chosen: by the member; usual: what follows from having asked or advised.

create table subscription (
    member  bigint       not null,
    subject varchar(20)  not null,
    name    varchar(400) not null,
    chosen  varchar(20),
    usual   varchar(20),
    primary key (member, subject, name)
);

create index subscription_by_name on subscription (subject, name);

-- moved: the number of the last happening; seen: whether the member has opened the question since.

create table inbox_entry (
    member    bigint       not null,
    question  bigint       not null,
    moved     bigint       not null,
    asked     boolean      not null,
    advice    integer      not null,
    concluded boolean      not null,
    minority  boolean      not null,
    moderated boolean      not null,
    happened  timestamp(6) not null,
    seen      boolean      not null,
    primary key (member, question)
);

create index inbox_entry_by_member on inbox_entry (member, moved);
create index inbox_entry_by_question on inbox_entry (question);

-- comments: how many there were when the member last opened the question.

create table opened_question (
    member   bigint       not null,
    question bigint       not null,
    comments integer      not null,
    opened   timestamp(6) not null,
    primary key (member, question)
);

create index opened_question_by_time on opened_question (opened);

-- id: drawn from the position of "clock" in the transaction that stores it, so that none becomes visible after a larger one.

create table happening (
    id       bigint       primary key,
    kind     varchar(30)  not null,
    question bigint       not null,
    channel  varchar(400) not null,
    walled   boolean      not null,
    member   bigint       not null
);

-- position: the last event that a listener has handled, or the last number that was drawn; drawn: the number of the event that is being
-- told, or 0, so that telling goes on where it broke off.

create table notification_position (
    listener varchar(100) primary key,
    position bigint       not null,
    drawn    bigint       not null
);
