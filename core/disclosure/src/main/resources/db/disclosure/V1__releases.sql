-- What the gate let out, for good. Whoever asks the same within the same week gets the same release again, so that asking
-- often, or together, tells no more than asking once. basis: how many ballots a poll's release was made of; never shown.

create table release (
    id     varchar(40)   primary key,
    query  varchar(200)  not null,
    week   varchar(10)   not null,
    basis  bigint        not null,
    issued timestamp(6)  not null,
    body   text          not null,
    constraint same_question_same_answer unique (query, week)
);
