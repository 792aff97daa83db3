-- A licence can have several cases that wait: whoever claims it first keeps nobody out, and nobody learns from it that it was claimed.
-- Only the case in which it was shown holds the licence, in "live". letter: what the code of a letter is made of, which the cases of a
-- licence share; empty in a case from before, whose code is its own. batch -1: the letter of another case serves this one too.

alter table licence_case add column letter varchar(120) default '' not null;
update licence_case set live = null where state in ('LETTER', 'REVIEW') and not proven;
