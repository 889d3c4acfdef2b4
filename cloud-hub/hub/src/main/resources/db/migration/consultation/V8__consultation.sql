create table consultation (
    id uuid primary key,
    patient uuid not null,
    household uuid not null,
    institution uuid not null,
    state text not null
        check (state in ('waiting', 'ringing', 'unanswered', 'consenting', 'live', 'concluded', 'cancelled')),
    doctor uuid,
    requested_at timestamptz not null,
    ring_started_at timestamptz,
    ended_at timestamptz,
    call uuid not null unique,
    -- the whole consultation as the module's record
    body jsonb not null
);
-- A patient has at most one open consultation.
create unique index consultation_open on consultation (patient) where state not in ('concluded', 'cancelled');
create index consultation_queue on consultation (institution, requested_at) where state = 'waiting';
create index consultation_ringing on consultation (ring_started_at) where state = 'ringing';
create table consultation_part (
    consultation uuid not null references consultation (id),
    account uuid not null,
    role text not null check (role in ('family', 'case_doctor', 'rung_doctor', 'invited_doctor', 'past_doctor')),
    primary key (consultation, account)
);
create index consultation_part_by_account on consultation_part (account);
