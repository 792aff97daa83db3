-- What was taken over from elsewhere: which post of which source is which question or piece of advice here.
create table imported (
    source varchar(200) not null,
    post   bigint       not null,
    here   bigint       not null,
    primary key (source, post)
);
