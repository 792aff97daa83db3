-- found: a search that the member keeps finds the question, which is new.

alter table inbox_entry add column found boolean default false not null;
