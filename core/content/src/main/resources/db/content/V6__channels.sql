-- All that is known of a channel, as JSON, for when its catalogue is away; null for one whose catalogue never said more than name and topics.
alter table channel add column entry varchar(1000000);
