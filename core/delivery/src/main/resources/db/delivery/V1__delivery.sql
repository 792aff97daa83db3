-- No row names a member. member: the member's number under AES with a key that is in a file (Keyring). Addresses and endpoints are sealed
-- under the same. No time is finer than an hour where it follows from what a member did or was told.

create table delivery_hours (
    member      varchar(32) primary key,
    rhythm      varchar(20) not null,
    digest_hour integer     not null,
    zone        varchar(40) not null,
    night_from  integer     not null,
    night_to    integer     not null,
    away_until  varchar(10)
);

-- code: an HMAC of the one that is waited for; due: when the next digest is, or is tried again; attempts: that failed since the last.

create table delivery_address (
    member   varchar(32)   primary key,
    address  varchar(600)  not null,
    state    varchar(20)   not null,
    code     varchar(64),
    tries    integer       not null,
    made     timestamp(6)  not null,
    due      timestamp(6)  not null,
    attempts integer       not null
);

create index delivery_address_by_due on delivery_address (state, due, member);

-- id: an HMAC of the endpoint; rests: until when nothing goes there.

create table delivery_browser (
    id       varchar(64)   primary key,
    member   varchar(32)   not null,
    endpoint varchar(4000) not null,
    rests    timestamp(6)  not null,
    attempts integer       not null
);

create index delivery_browser_by_member on delivery_browser (member);

-- The pair that push services know this Curbside by (RFC 8292); the private half is sealed.

create table delivery_push_key (
    id          integer      primary key,
    public_key  varchar(200) not null,
    private_key varchar(600) not null
);
