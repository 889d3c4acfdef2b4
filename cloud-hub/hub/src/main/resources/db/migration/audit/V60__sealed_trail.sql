-- The trail is sealed in batches by a hash chain: each seal covers the digests of its entries and the seal before it.
create table audit_seal (
    number bigint primary key,
    sealed_at timestamptz not null,
    -- numbers of the entries, in the order in which they were sealed; a transaction that ended late comes later
    entries bigint[] not null,
    -- SHA-256 of each entry, 32 bytes each, in the same order: so that the first broken entry can be named
    digests bytea not null,
    previous bytea not null,
    seal bytea not null
);
-- Entries that wait for the next seal; a row is written with its entry and goes with the seal.
create table audit_unsealed (
    entry bigint primary key references audit_entry
);
insert into audit_unsealed select number from audit_entry;

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end
$$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_is_append_only();
create trigger audit_seal_append_only before update or delete or truncate on audit_seal
    for each statement execute function audit_is_append_only();
