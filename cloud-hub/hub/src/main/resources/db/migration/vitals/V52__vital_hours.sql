-- of each hour of what is measured every second: the lowest and the highest reading
create table vital_hour (
    patient uuid not null,
    kind text not null,
    starts_at timestamptz not null,
    low numeric not null,
    low_reading uuid not null,
    high numeric not null,
    high_reading uuid not null,
    primary key (patient, kind, starts_at)
);
-- how far the readings have been looked through
create table vital_hour_progress (
    only_one boolean primary key default true check (only_one),
    accepted_until timestamptz not null
);
insert into vital_hour_progress (accepted_until)
    select coalesce(min(accepted_at), now()) - interval '1 minute' from reading;
-- readings lie in the order of their acceptance: a few pages tell which are new
create index reading_by_acceptance on reading using brin (accepted_at);
