create table audit_entry (
    number bigint generated always as identity primary key,
    at timestamptz not null,
    kind text not null check (kind in ('write', 'opening', 'denial', 'sign_in', 'sign_in_failure')),
    actor uuid not null,
    action text not null,
    object uuid
);
create index audit_entry_by_object on audit_entry (object, number);
