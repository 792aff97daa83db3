-- Why an operator has shut the member out, as the member reads it; null for everybody else.

alter table account add column banned varchar(1000);

-- Every ban, also those that were lifted: who did it and who undid it, why, and on which day.

create sequence ban_seq start with 50 increment by 50;

create table ban (
    id          bigint        primary key,
    account     bigint        not null,
    operator    varchar(200)  not null,
    reason      varchar(1000) not null,
    begun       varchar(10)   not null,
    lifted      varchar(10),
    lifted_by   varchar(200),
    lift_reason varchar(1000)
);

create index ban_by_account on ban (account);
