-- Whoever has no part in the call any more: kept for the history, shown to nobody.
alter table seat add column withdrawn boolean not null default false;
