-- The member's own key, which a credential names. One account per key.

alter table account add column member_key varchar(43);

create unique index account_by_member_key on account (member_key);

-- The licence desk's keys, as it has shown them: it may add some, and change none.

create table known_key (
    place integer      primary key,
    grp   varchar(20)  not null,
    epoch varchar(10)  not null,
    spki  varchar(800) not null,
    chain varchar(64)  not null
);
