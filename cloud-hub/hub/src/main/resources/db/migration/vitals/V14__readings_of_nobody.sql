-- the user slot that the device named; with it a reading of nobody can be given to its owner later
alter table reading add column device_user smallint;
create index reading_of_nobody on reading (household, accepted_at) where patient is null;
