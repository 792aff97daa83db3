create table entry (id bigint primary key, note varchar(100) not null);
