-- Bridges that an operator took out of use; a restarted hub leaves them out of use.
create table bridge_drain (
    node text primary key,
    since timestamptz not null,
    -- whether running calls move away; else they end where they are
    moves_calls boolean not null
);
