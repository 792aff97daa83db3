-- Pictures in questions, as they were drawn anew. number: the first of a question is 1, and none is given twice.
create sequence image_seq start with 50 increment by 50;

create table image (
    id         bigint       primary key,
    question   bigint       not null,
    number     integer      not null,
    alt        varchar(600) not null,
    media_type varchar(20)  not null,
    width      integer      not null,
    height     integer      not null,
    constraint image_of_question unique (question, number)
);

-- Their bytes, in parts: a row of H2 takes no more than a megabyte.
create table image_part (
    image   bigint  not null,
    place   integer not null,
    content bytea   not null,
    constraint image_part_once primary key (image, place)
);

-- How many it has, and how many it ever had.
alter table question add column images integer default 0 not null;
alter table question add column images_ever integer default 0 not null;
