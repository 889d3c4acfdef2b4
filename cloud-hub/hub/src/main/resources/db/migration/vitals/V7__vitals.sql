create table reading (
    id uuid primary key,
    -- recognises what a device sends again; null where it gives neither time nor sequence
    natural_key bytea unique,
    box uuid not null,
    household uuid not null,
    patient uuid,
    device_address text not null,
    device_model text not null,
    profile text not null,
    taken_at timestamptz,
    received_at timestamptz not null,
    accepted_at timestamptz not null,
    -- taken_at where it is believable, else the time of receipt
    shown_at timestamptz not null,
    bytes bytea not null,
    -- empty for malformed and impossible readings, whose bytes are kept for the operator
    measured jsonb not null,
    marks text[] not null
);
create index reading_by_patient on reading (patient, profile, shown_at desc, id desc);
