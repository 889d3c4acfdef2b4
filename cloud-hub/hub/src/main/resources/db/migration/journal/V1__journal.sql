-- Numbered streams; the number is taken under the row lock of journal_stream.
create table journal_stream (
    name text primary key,
    head bigint not null check (head > 0)
);
create table journal_event (
    stream text not null references journal_stream (name),
    sequence bigint not null check (sequence > 0),
    type text not null,
    actor uuid not null,
    at timestamptz not null,
    payload jsonb not null,
    primary key (stream, sequence)
);
-- A command is done once per actor and key.
create table command_log (
    actor uuid not null,
    key uuid not null,
    fingerprint text not null,
    at timestamptz not null,
    primary key (actor, key)
);
