-- Why moderators have hidden it, in a few words; null where they have not.
alter table question add column hidden varchar(400);
alter table advice add column hidden varchar(400);

-- For what a member has written so far.
create index question_by_member on question (member);
create index advice_by_member on advice (member);
