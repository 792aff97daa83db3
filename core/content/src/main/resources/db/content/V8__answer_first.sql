-- Members who want to answer a poll before they see what others advise.
create table answer_first (
    member bigint not null primary key
);
