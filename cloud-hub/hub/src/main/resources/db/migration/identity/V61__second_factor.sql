create table second_factor (
    account uuid primary key references account,
    -- base32, locked in the vault
    secret bytea not null,
    -- null: set up, and not yet confirmed by a code
    confirmed_at timestamptz,
    -- the newest time step whose code was taken: no code is taken twice
    last_step bigint not null default 0
);
create table recovery_code (
    account uuid not null references account,
    -- keyed: 50 random bits are too few for a plain hash
    fingerprint bytea not null,
    primary key (account, fingerprint)
);
-- Whose password was right and who has not yet given the second factor. It opens nothing but that step.
create table half_session (
    secret_hash bytea primary key,
    account uuid not null references account,
    expires_at timestamptz not null
);
create index half_session_by_expiry on half_session (expires_at);
alter table session
    add column address text,
    add column browser text not null default 'other',
    add column system text not null default 'other';
