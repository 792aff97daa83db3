insert into entry (id, note) values (1, 'opened');
