alter table binding add column bound_at timestamptz not null default now();
-- null = no end
alter table binding add column expires_at timestamptz;
-- what showed that the child may sign for the patient
alter table binding add column proof text;
create index binding_by_expiry on binding (expires_at) where expires_at is not null;
-- A binding that is over; kept, because what the child did and saw was allowed by it.
create table ended_binding (
    number bigint generated always as identity primary key,
    account uuid not null,
    patient uuid not null references patient (id),
    relation text not null,
    rights text[] not null,
    proof text,
    bound_at timestamptz not null,
    ended_at timestamptz not null,
    -- null when the time ended it
    ended_by uuid
);
create index ended_binding_by_patient on ended_binding (patient);
create table binding_code (
    code_hash bytea primary key,
    patient uuid not null references patient (id),
    -- null: the usual ones, granted for good by the parent on the television
    rights text[],
    until timestamptz,
    proof text,
    made_by uuid not null,
    expires_at timestamptz not null,
    used_by uuid,
    used_at timestamptz
);
create index binding_code_by_patient on binding_code (patient) where used_at is null;
