-- week: the Monday of the ISO week. activity has one row per physician, topic and week, so that a physician who writes
-- ten comments counts once. position: the last event that each listener has counted.

create table activity (
    week      varchar(10) not null,
    topic     varchar(80) not null,
    specialty varchar(20) not null,
    member    bigint      not null,
    primary key (week, topic, member)
);

create table topic_week (
    topic varchar(80) not null,
    week  varchar(10) not null,
    posts bigint      not null,
    primary key (topic, week)
);

create table insight_position (
    listener varchar(100) primary key,
    position bigint       not null
);
