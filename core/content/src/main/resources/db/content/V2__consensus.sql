-- What the ratings amount to. All of it can be computed again from the ratings, to the last bit, and curbside:replay-consensus does.

-- fitted: what the last fit took the rating for, or null if it came later. A rating that was revised since keeps it until the next.
alter table rating add column fitted varchar(10);

-- consensus, factor: of the fit, null while nobody counts who rated it; counted: how many did. minority: since when it is a minority view.
alter table advice add column consensus double precision;
alter table advice add column factor double precision;
alter table advice add column counted integer default 0 not null;
alter table advice add column minority timestamp(6);

-- Of the advice on a question: what those rate best who disagree with the best rated, and how they do; how far the raters agree.
create table consensus_question (
    question      bigint           primary key references question,
    dissent       bigint,
    dissent_agree integer          not null,
    dissent_of    integer          not null,
    raters        integer          not null,
    ac1           double precision,
    ac1_low       double precision,
    ac1_high      double precision,
    alpha         double precision
);

-- The one row of the last fit. fresh: ratings that came or changed since it began; finished: false while it is made.
create table consensus_fit (
    id       integer          primary key,
    number   bigint           not null,
    mean     double precision not null,
    scale    double precision not null,
    loss     double precision not null,
    opinions bigint           not null,
    fresh    bigint           not null,
    finished boolean          not null
);

insert into consensus_fit (id, number, mean, scale, loss, opinions, fresh, finished) values (1, 0, 0, 0, 0, 0, 0, false);

-- What the fit knows of a rater. Never shown to anybody, and in no release.
create table consensus_rater (
    member    bigint           primary key,
    intercept double precision not null,
    factor    double precision not null
);
