-- a package that was accepted, as the plan at home; a patient has one in force
create table care_plan (
    referral uuid primary key references referral (id),
    patient uuid not null,
    institution uuid not null,
    sender uuid not null,
    owner uuid not null,
    accepted_at timestamptz not null,
    replaced_at timestamptz,
    package jsonb not null
);
create unique index care_plan_in_force on care_plan (patient) where replaced_at is null;
create index care_plan_by_institution on care_plan (institution) where replaced_at is null;
create table plan_alert (
    id uuid primary key,
    referral uuid not null references care_plan (referral),
    patient uuid not null,
    institution uuid not null,
    owner uuid not null,
    kind text not null check (kind in ('beyond', 'missing')),
    vital text not null,
    -- in the unit of the vital; null where nothing was measured
    value numeric,
    low numeric,
    high numeric,
    at timestamptz not null,
    acknowledged_by uuid,
    acknowledged_at timestamptz,
    check ((acknowledged_by is null) = (acknowledged_at is null))
);
-- one open alert of a kind for a measure: a patient who measures often is not told of ten times
create unique index plan_alert_open on plan_alert (referral, vital, kind) where acknowledged_at is null;
create index plan_alert_by_institution on plan_alert (institution, at) where acknowledged_at is null;
create index plan_alert_by_patient on plan_alert (patient, at desc);
