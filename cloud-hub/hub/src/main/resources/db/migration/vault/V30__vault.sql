-- One row: by it the hub notices a missing or wrong key file before anything is written under it.
create table vault_key (
    one boolean primary key default true check (one),
    fingerprint bytea not null
);
