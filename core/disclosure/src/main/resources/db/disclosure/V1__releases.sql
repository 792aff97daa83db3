-- What the gate let out, for good: the same client asking the same within the same week gets the same release again, so
-- that asking often tells no more than asking once.

create table release (
    id     varchar(40)   primary key,
    client varchar(80)   not null,
    query  varchar(200)  not null,
    week   varchar(10)   not null,
    issued timestamp(6)  not null,
    body   text          not null,
    constraint same_question_same_answer unique (client, query, week)
);
