-- Outpatient notes: one of each doctor in a consultation. Every saved version is kept.
create table note (
    id uuid primary key,
    consultation uuid not null,
    patient uuid not null,
    owner uuid not null,
    state text not null check (state in ('draft', 'submitted', 'archived')),
    template text not null,
    version int not null,
    changed_at timestamptz not null,
    unique (consultation, owner)
);
create index note_of_patient on note (patient, changed_at);
create table note_version (
    note uuid not null references note (id),
    version int not null,
    author uuid not null,
    at timestamptz not null,
    state text not null,
    -- the fields and, of an amendment, its reason; locked by the vault for this note and version
    content bytea not null,
    -- the version of the signed document that this version of the note is; null for one that nobody signed
    signed_as int,
    -- the number of the audit entry that tells of this version: before is the version before, after is this one
    audited_as bigint not null,
    primary key (note, version)
);
create trigger note_version_append_only before update or delete or truncate on note_version
    for each statement execute function record_is_append_only();
