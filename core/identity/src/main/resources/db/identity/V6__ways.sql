-- Other ways to show that a licence is the claimant's: which were begun, how often, and until when their code or what comes back is
-- taken; none of what was typed. waits: an operator has to call. Times are days.

create table case_way (
    case_id bigint      not null,
    way     varchar(40) not null,
    begun   integer     not null,
    expires varchar(10) not null,
    waits   boolean     not null,
    primary key (case_id, way)
);

create index case_way_by_waiting on case_way (waits, case_id);

-- proven_by: also the id of such a way.
alter table licence_case alter column proven_by set data type varchar(40);

-- The number on the registry's record, for a call; gone with the address.
alter table registry_entry add column telephone varchar(40) default '' not null;
alter table licence_case add column telephone varchar(40) default '' not null;
