-- Snapshots are written at each change of a call and read once, after a restart: compressing them costs more than it saves.
alter table media_room alter column snapshot set storage external;
