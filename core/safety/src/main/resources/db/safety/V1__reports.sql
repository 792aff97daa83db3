-- pair: how often a product and a reaction were reported together; kept up with every report, so that the signal list
-- never counts reports.

create sequence report_seq start with 50 increment by 50;

create table adverse_event_report (
    id       bigint       primary key,
    question bigint       not null,
    member   bigint       not null,
    product  varchar(200) not null,
    reaction varchar(200) not null,
    serious  boolean      not null,
    outcome  varchar(20)  not null,
    reported timestamp(6) not null,
    constraint one_report_per_question unique (question, member, product, reaction)
);

create table adverse_event_pair (
    product  varchar(200) not null,
    reaction varchar(200) not null,
    reports  bigint       not null,
    serious  bigint       not null,
    primary key (product, reaction)
);
