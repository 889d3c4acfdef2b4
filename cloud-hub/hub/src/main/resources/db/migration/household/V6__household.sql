create table household (
    id uuid primary key,
    name text not null,
    institution uuid not null
);
create table patient (
    id uuid primary key,
    household uuid not null references household (id),
    name text not null,
    sex text not null check (sex in ('female', 'male', 'unknown')),
    birth_year int not null check (birth_year between 1900 and 2100)
);
create index patient_by_household on patient (household);
create table binding (
    account uuid not null,
    patient uuid not null references patient (id),
    relation text not null,
    rights text[] not null,
    primary key (account, patient)
);
create index binding_by_patient on binding (patient);
create table box (
    id uuid primary key,
    household uuid not null references household (id)
);
create index box_by_household on box (household);
create table enrolment_code (
    code_hash bytea primary key,
    household uuid not null references household (id),
    used_by uuid,
    used_at timestamptz
);
create table wearable (
    household uuid not null references household (id),
    address text not null,
    patient uuid not null references patient (id),
    primary key (household, address)
);
