-- The epoch of the latest credential that was shown for a member. Whoever joined before this was kept joined in the latest epoch.

alter table account add column epoch varchar(10);

update account set epoch = (select max(epoch) from spent_credential) where role = 'MEMBER';

-- How often the member has taken another password by the recovery words; part of what has to be signed for the next time.

alter table account add column recoveries integer not null default 0;
