create table signing_key (
    id uuid primary key,
    account uuid not null,
    algorithm text not null,
    -- X.509 SubjectPublicKeyInfo
    public_key bytea not null,
    -- the private key under the PIN, and that locked in the vault; gone when the key is retired
    locked_private_key bytea,
    valid_from timestamptz not null,
    valid_until timestamptz,
    -- keyed by the vault over all of the above but the locked key: a key that was put in or changed past the hub shows
    seal bytea not null,
    wrong_pins int not null default 0,
    refused_until timestamptz,
    check ((valid_until is null) = (locked_private_key is not null))
);
create unique index signing_key_in_use on signing_key (account) where valid_until is null;

-- How many versions a document has; its row lock numbers them.
create table signed_document (
    id uuid primary key,
    kind text not null,
    versions int not null check (versions > 0)
);
create table signed_version (
    document uuid not null references signed_document (id),
    version int not null check (version > 0),
    -- canonical JSON (RFC 8785), exactly what was signed
    payload text not null,
    payload_hash bytea not null,
    previous_hash bytea,
    key uuid not null references signing_key (id),
    algorithm text not null,
    signature bytea not null,
    signed_at timestamptz not null,
    primary key (document, version),
    check ((version = 1) = (previous_hash is null))
);
create index signed_version_by_key on signed_version (key);

create function signed_version_is_for_good() returns trigger language plpgsql as $$
begin
    raise exception 'a signed version is never changed: a correction is a new version';
end
$$;
create trigger signed_version_for_good before update or delete or truncate on signed_version
    for each statement execute function signed_version_is_for_good();

create function signing_key_keeps_its_signatures() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' then
        raise exception 'a signing key is retired, never deleted';
    end if;
    if (new.id, new.account, new.algorithm, new.public_key, new.valid_from)
            is distinct from (old.id, old.account, old.algorithm, old.public_key, old.valid_from)
        or old.valid_until is not null and new is distinct from old then
        raise exception 'a signing key is retired, never changed';
    end if;
    return new;
end
$$;
create trigger signing_key_for_good before update or delete on signing_key
    for each row execute function signing_key_keeps_its_signatures();
create trigger signing_key_not_truncated before truncate on signing_key
    for each statement execute function signing_key_keeps_its_signatures();
