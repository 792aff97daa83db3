-- reminded: whether the member has seen the entry in the inbox, or a digest has counted it. What is there already is nothing to remind of.

alter table inbox_entry add column reminded boolean default true not null;
