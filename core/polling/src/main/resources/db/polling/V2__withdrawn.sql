-- withdrawn: its question is hidden. withdrawn_by: the event that last said whether it is.
alter table poll add column withdrawn boolean default false not null;
alter table poll add column withdrawn_by bigint default 0 not null;
