-- a new account has no password until its person has chosen one
alter table account alter column password_hash drop not null;
create table activation_link (
    -- one link of a person at a time: a newer one replaces it
    account uuid primary key references account (id),
    token_hash bytea not null unique,
    expires_at timestamptz not null
);
