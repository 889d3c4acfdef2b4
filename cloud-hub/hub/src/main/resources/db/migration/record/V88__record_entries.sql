-- What is known of a patient beyond one consultation. An entry is never changed or deleted: each change is a version.
create table record_entry (
    id uuid primary key,
    patient uuid not null,
    kind text not null check (kind in ('allergy', 'problem', 'medication', 'history')),
    version int not null,
    retired boolean not null,
    changed_at timestamptz not null
);
create index record_entry_of_patient on record_entry (patient);
create table record_entry_version (
    entry uuid not null references record_entry (id),
    version int not null,
    author uuid not null,
    at timestamptz not null,
    -- content and, of a retirement, its reason; locked by the vault for this entry and version
    content bytea not null,
    retired boolean not null,
    -- the number of the audit entry that tells of this version: before is the version before, after is this one
    audited_as bigint not null,
    primary key (entry, version)
);
-- Asked for allergies, and the patient knew of none.
create table no_known_allergies (
    id uuid primary key,
    patient uuid not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    audited_as bigint not null
);
create index no_known_allergies_of_patient on no_known_allergies (patient, asked_at);

create function record_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'versions of the record are kept';
end
$$;
create trigger record_entry_version_append_only before update or delete or truncate on record_entry_version
    for each statement execute function record_is_append_only();
create trigger no_known_allergies_append_only before update or delete or truncate on no_known_allergies
    for each statement execute function record_is_append_only();
