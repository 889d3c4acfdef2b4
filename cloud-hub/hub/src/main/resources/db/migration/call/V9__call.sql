create table call (
    id uuid primary key,
    -- counts up when the media moves to another bridge
    generation int not null check (generation > 0),
    -- name of the media node; null until media is first needed
    node text,
    media text not null check (media in ('ready', 'moving')),
    opened_at timestamptz not null,
    ended_at timestamptz
);
create table seat (
    id uuid primary key,
    call uuid not null references call (id),
    actor uuid not null,
    role text not null check (role in ('patient', 'family', 'first_contact', 'county', 'tertiary')),
    name text not null,
    seated boolean not null,
    -- counts up with each claim; the highest has the seat
    epoch int not null check (epoch >= 0),
    presence text not null check (presence in ('absent', 'present', 'reconnecting')),
    unique (call, actor)
);
