-- the devices that a household's boxes connect; whom one measures is in wearable
create table household_wearable (
    household uuid not null references household (id),
    address text not null,
    -- as it advertises itself; empty for one that the clinic registered by its address
    model text not null,
    -- as the household calls it
    name text,
    profiles text[] not null,
    added_at timestamptz not null,
    primary key (household, address)
);
insert into household_wearable (household, address, model, profiles, added_at)
    select distinct household, address, '', '{}'::text[], now() from wearable;

-- a device that is being added; at most one in each household
create table wearable_pairing (
    household uuid primary key references household (id),
    id uuid not null,
    state text not null,
    expires_at timestamptz not null,
    attempt int not null,
    found jsonb not null,
    chosen text,
    code text,
    answer text,
    failure text
);
create index wearable_pairing_by_end on wearable_pairing (expires_at);
