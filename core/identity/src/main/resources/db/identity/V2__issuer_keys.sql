-- The keys that credentials are signed with blindly, as the directory shows them: only ever added to. The private half goes when
-- the epoch is over.

create table issuer_key (
    place   integer      primary key,
    grp     varchar(20)  not null,
    epoch   varchar(10)  not null,
    spki    varchar(800) not null,
    chain   varchar(64)  not null,
    secret  varchar(3000),
    unique (grp, epoch)
);

-- That a licence has had its credential in an epoch, by a digest that nobody without the desk's secret can make, and what was
-- signed for it, by a digest too: the same can be signed again, and nothing else. No time is kept.

create table issued (
    ledger  varchar(64) primary key,
    blinded varchar(64) not null,
    epoch   varchar(10) not null
);

delete from desk_secret where name in ('issuer-private', 'issuer-public');
