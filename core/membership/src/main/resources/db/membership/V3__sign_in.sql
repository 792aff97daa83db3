-- Tries at a password or a code are counted by what they come from: a browser that has signed in before, a session, or, for all
-- strangers together, the name that they try. No address is kept. counter: a digest.

create table tries (
    counter  varchar(64)  primary key,
    failures integer      not null,
    retry    timestamp(6) not null
);

create index tries_by_retry on tries (retry);

alter table account drop column failures;
alter table account drop column retry;

-- Browsers that have signed in to an account, by the digest of what they keep.

create table device (
    digest  varchar(64) primary key,
    account bigint      not null,
    used    varchar(10) not null
);

create index device_by_account on device (account);

-- Whoever is signed in while this runs signs in again. device: the browser. begun, used: days. confirmed: until when nothing has to be confirmed again.

delete from session;
alter table session add column device varchar(64) not null;
alter table session add column begun varchar(10) not null;
alter table session add column used varchar(10) not null;
alter table session add column confirmed timestamp(6) not null;
create index session_by_account on session (account);

-- An authenticator app's secret and the last step of which a code was taken; one that is offered and not yet confirmed; the
-- handle by which passkeys know the account; whether an operator has made the member a moderator. password: empty if there is none.

alter table account add column totp varchar(64);
alter table account add column totp_offered varchar(64);
alter table account add column totp_step bigint default 0 not null;
alter table account add column handle varchar(43);
alter table account add column moderator boolean default false not null;
create unique index account_by_handle on account (handle);

create table recovery_code (
    digest  varchar(64) primary key,
    account bigint      not null
);

create index recovery_code_by_account on recovery_code (account);

-- What was begun and is finished once, within minutes, on whatever node: a sign-in that waits for its code, a passkey's challenge.

create table pending (
    digest  varchar(64)  primary key,
    kind    varchar(20)  not null,
    account bigint       not null,
    tries   integer      not null,
    expires timestamp(6) not null
);

create index pending_by_expiry on pending (expires);

-- digest: of the credential's id. attested: the public key with that id, as WebAuthn writes it, in base64url. begun, used: days.

create table passkey (
    digest   varchar(64)   primary key,
    account  bigint        not null,
    name     varchar(80)   not null,
    attested varchar(4000) not null,
    counter  bigint        not null,
    begun    varchar(10)   not null,
    used     varchar(10)   not null
);

create index passkey_by_account on passkey (account);
