create table call (
    id uuid primary key,
    -- counts up when the media moves to another bridge
    generation int not null check (generation > 0),
    -- name of the media node; null while none has the call
    node text,
    media text not null check (media in ('ready', 'moving')),
    opened_at timestamptz not null,
    ended_at timestamptz
);
create index call_running on call (node) where ended_at is null;
create table seat (
    id uuid primary key,
    call uuid not null references call (id),
    actor uuid not null,
    role text not null check (role in ('patient', 'family', 'first_contact', 'county', 'tertiary')),
    name text not null,
    seated boolean not null,
    -- counts up with each claim; the highest has the seat
    epoch int not null check (epoch >= 0),
    -- the claim since which the seat's media runs
    media_epoch int not null check (media_epoch >= 0),
    presence text not null check (presence in ('absent', 'present', 'reconnecting')),
    lost_at timestamptz,
    unique (call, actor)
);
create index seat_reconnecting on seat (lost_at) where presence = 'reconnecting';
-- What a media node needs so that a restarted hub can take its rooms over.
create table media_room (
    call uuid primary key references call (id),
    node text not null,
    snapshot text not null
);
