-- What a reader says of the advice on one question, without going through all that they ever rated.
create index rating_of_member on rating (member, advice);
drop index rating_by_member;
