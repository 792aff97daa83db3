-- replies: to advice of the member, on their question, or after a reply of theirs.

alter table inbox_entry add column replies integer default 0 not null;
