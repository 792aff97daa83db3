-- Lengths are twice the limits in characters: H2 counts a character outside the basic plane as two.

create sequence moderation_case_seq start with 50 increment by 50;

-- A flagged post and all that became of it. The post stands beside it as it was, so that a case is one query.
-- open_post: which post, while nobody has decided, so that there is one open case of a post; hidden: whether the post is to be;
-- claimant, decider, seconder: accounts, of which nobody but operators learns more than the mask beside them.
create table moderation_case (
    id              bigint         primary key,
    version         integer        not null,
    kind            varchar(20)    not null,
    post            bigint         not null,
    open_post       varchar(60)    unique,
    question        bigint         not null,
    channel         varchar(20)    not null,
    author          bigint         not null,
    pseudonym       varchar(60)    not null,
    title           varchar(400)   not null,
    body            varchar(20000) not null,
    opened          timestamp(6)   not null,
    state           varchar(20)    not null,
    gravest         varchar(20)    not null,
    severity        integer        not null,
    flags           integer        not null,
    hidden          boolean        not null,
    claimant        bigint,
    claim_mask      varchar(400),
    claimed_until   timestamp(6),
    measure         varchar(20),
    broken_rule     varchar(20),
    words           varchar(2000),
    decider         bigint,
    decider_mask    varchar(400),
    decided         timestamp(6),
    suspended_until timestamp(6),
    banned          boolean        not null,
    hearing         varchar(4000),
    heard           timestamp(6),
    seconder        bigint,
    seconder_mask   varchar(400),
    second_words    varchar(2000),
    seconded        timestamp(6)
);

create index moderation_case_waiting on moderation_case (state, severity desc, opened);
create index moderation_case_by_author on moderation_case (author);
create index moderation_case_by_post on moderation_case (kind, post, id);
create index moderation_case_by_day on moderation_case (opened);

create sequence moderation_flag_seq start with 50 increment by 50;

-- member: who flagged. Shown to nobody.
create table moderation_flag (
    id              bigint        primary key,
    moderation_case bigint        not null references moderation_case,
    kind            varchar(20)   not null,
    post            bigint        not null,
    member          bigint        not null,
    expertise       varchar(20)   not null,
    rule            varchar(20)   not null,
    words           varchar(1000) not null,
    flagged         timestamp(6)  not null,
    constraint one_flag_per_post unique (kind, post, member)
);

create index moderation_flag_by_case on moderation_flag (moderation_case);
create index moderation_flag_by_member on moderation_flag (member, flagged);

-- What was done. digest: SHA-256 of the entry and of the digest before. Entries are only added.
create table moderation_entry (
    number          bigint        primary key,
    at              timestamp(6)  not null,
    who             varchar(400)  not null,
    act             varchar(40)   not null,
    moderation_case bigint        not null,
    words           varchar(4000) not null,
    digest          varchar(64)   not null
);

-- The one row of the last entry; whoever adds one locks it.
create table moderation_head (
    id     integer     primary key,
    number bigint      not null,
    digest varchar(64) not null
);

insert into moderation_head (id, number, digest) values (1, 0, '');

-- Channels that operators have given to moderators.
create table moderation_remit (
    moderator bigint      not null,
    channel   varchar(20) not null,
    primary key (moderator, channel)
);

-- How members find the tone of advice. Read by no consensus and by no release.
create table moderation_tone (
    advice bigint      not null,
    member bigint      not null,
    question bigint    not null,
    author bigint      not null,
    tone   varchar(20) not null,
    primary key (advice, member)
);

create index moderation_tone_by_author on moderation_tone (author);
create index moderation_tone_by_question on moderation_tone (question, member);

-- How fast a member may write, as reckoned on a day.
create table moderation_conduct (
    member   bigint      primary key,
    level    varchar(20) not null,
    reckoned varchar(10) not null
);

-- full: when a member's bucket for an act would be full of tokens again.
create table moderation_allowance (
    member  bigint       not null,
    act     varchar(20)  not null,
    full_at timestamp(6) not null,
    primary key (member, act)
);
