-- When somebody else than whoever asked first advised; null while nobody has.
alter table question add column first_reply timestamp(6);

update question set first_reply =
    (select min(a.written) from advice a where a.question = question.id and a.member <> question.member);

-- For who looks for what still waits in a channel.
create index question_waiting on question (channel, first_reply, asked);
