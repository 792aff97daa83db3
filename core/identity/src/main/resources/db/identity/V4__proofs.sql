-- What each registry said of a claim, until it is decided on or proven; after that an HMAC under the desk's secret and a day stand
-- for it. What operators decide stays with the case, under the names of their accounts. Times are days.

create table case_word (
    case_id  bigint        not null,
    place    integer       not null,
    registry varchar(40)   not null,
    word     varchar(2000) not null,
    verdict  varchar(20)   not null,
    reason   varchar(2000) not null,
    as_of    varchar(10)   not null,
    primary key (case_id, place)
);

create table case_step (
    case_id  bigint        not null,
    place    integer       not null,
    done_on  varchar(10)   not null,
    act      varchar(20)   not null,
    operator varchar(400)  not null,
    reason   varchar(1000) not null,
    waited   integer       not null,
    primary key (case_id, place)
);

create index case_step_by_act on case_step (act, done_on);

-- since: the day on which the case came into its state. judged: the day of what the HMAC in "evidence" stands for.
alter table licence_case add column since varchar(10) default '' not null;
alter table licence_case add column judged varchar(10) default '' not null;
alter table licence_case add column proposed_by varchar(400) default '' not null;
alter table licence_case add column proposed_reason varchar(1000) default '' not null;
alter table licence_case add column proposed_on varchar(10) default '' not null;

-- batch: the one in which the case's letter was printed, or 0. letters: how many were asked for after the first.
alter table licence_case add column batch bigint default 0 not null;
alter table licence_case add column letters integer default 0 not null;

-- proven_by: LETTER, VOUCH or DOCUMENT, or empty. colleague_code: by which colleagues find the case; it opens nothing.
alter table licence_case add column proven_by varchar(10) default '' not null;
alter table licence_case add column colleague_code varchar(10) default '' not null;

create index licence_case_by_colleague_code on licence_case (colleague_code);

-- A picture that shows possession: encrypted, looked at by two operators, and gone with what they decide. document_on: the day it was
-- sent, or empty. document_by: the operator who has agreed. documents: how many were sent.
alter table licence_case add column document_on varchar(10) default '' not null;
alter table licence_case add column document_by varchar(400) default '' not null;
alter table licence_case add column documents integer default 0 not null;

create index licence_case_by_document on licence_case (document_on, id);

create table case_document (
    case_id bigint  not null,
    place   integer not null,
    content bytea   not null,
    primary key (case_id, place)
);

-- Who vouched for whom. The voucher is an HMAC of the licence under the desk's secret: it counts vouchers, not their cases.
create table vouch (
    case_id      bigint      not null,
    voucher      varchar(64) not null,
    voucher_case bigint      not null,
    epoch        varchar(10) not null,
    primary key (case_id, voucher)
);

create index vouch_by_voucher on vouch (voucher, epoch);

create index licence_case_by_number on licence_case (number);
create index licence_case_by_batch on licence_case (batch, id);

create sequence letter_batch_seq;

create table letter_batch (
    id       bigint       primary key,
    printed  varchar(10)  not null,
    operator varchar(400) not null,
    letters  integer      not null
);

insert into case_word (case_id, place, registry, word, verdict, reason, as_of)
    select id, 0, registry, evidence, 'INDETERMINATE', reason, opened from licence_case where state = 'REVIEW';
update licence_case set since = opened, evidence = '', approved = '';
update licence_case set proven_by = 'LETTER' where proven;
update licence_case set address = '' where state in ('PROVEN', 'REFUSED') or proven;
