-- rises with every edit of a member of staff: two administrators who edit the same person are told
alter table account add column version int not null default 1;
