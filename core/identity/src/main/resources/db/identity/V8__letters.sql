-- The letters to the holder of a licence, whose codes are made of "letter". They are shared by its cases; case_id caused it. expires: the
-- last day on which its code is taken; empty once it is not any more. A letter is never deleted, for its code must not come again.

create table licence_letter (
    letter   varchar(120) primary key,
    registry varchar(40)  not null,
    number   varchar(40)  not null,
    case_id  bigint       not null,
    expires  varchar(10)  not null
);

create index licence_letter_by_licence on licence_letter (registry, number);

-- A case's letter is the one that it asked for last, or empty. batch -1: another case caused it. A code from before V7 is made of the case.
update licence_case set letter = cast(id as varchar(20)) || case when letters = 0 then '' else '|' || cast(letters as varchar(20)) end
    where letter = '' and batch >= 0 and state = 'LETTER' and address <> '';
insert into licence_letter (letter, registry, number, case_id, expires)
    select letter, registry, number, id, case when state = 'LETTER' and address <> '' then expires else '' end
    from licence_case where letter <> '' and batch >= 0;
