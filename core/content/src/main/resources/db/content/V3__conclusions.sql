-- What became of a question, by whoever asked; with it the question is closed. hindsight: what that showed about a piece of advice.
alter table question add column conclusion varchar(10000);
alter table question add column concluded timestamp(6);
alter table advice add column hindsight varchar(20);

-- For what a member reads of their own ratings.
create index rating_by_member on rating (member);
