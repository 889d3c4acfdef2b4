create table account (
    id uuid primary key,
    login text not null unique check (login = lower(login)),
    kind text not null check (kind in ('doctor', 'family')),
    name text not null,
    password_hash text not null,
    failures int not null default 0,
    locked_until timestamptz
);
create table session (
    id uuid primary key,
    secret_hash bytea not null unique,
    actor uuid not null,
    kind text not null check (kind in ('doctor', 'family', 'box')),
    name text not null,
    opened_at timestamptz not null,
    active_at timestamptz not null,
    expires_at timestamptz not null
);
create index session_by_expiry on session (expires_at);
create table box_key (
    box uuid primary key,
    public_key text not null,
    name text not null,
    enrolled_at timestamptz not null,
    revoked_at timestamptz
);
create table box_challenge (
    id uuid primary key,
    box uuid not null,
    nonce text not null,
    expires_at timestamptz not null
);
