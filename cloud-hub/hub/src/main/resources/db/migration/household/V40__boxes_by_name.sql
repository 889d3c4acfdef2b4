-- Where the television stands, as the household says it; and who left it.
alter table box add column name text not null default '电视';
alter table box add column enrolled_at timestamptz not null default now();
alter table box add column removed_at timestamptz;
-- Where a box stood when: a reading belongs to the household at which the box received it.
create table box_stay (
    box uuid not null references box (id),
    household uuid not null references household (id),
    since timestamptz not null,
    until timestamptz,
    primary key (box, since)
);
insert into box_stay (box, household, since) select id, household, enrolled_at from box;
-- Boxes that belong to nobody yet and show a code on their television.
create table box_announcement (
    box uuid primary key,
    public_key text not null,
    code_hash bytea not null unique,
    expires_at timestamptz not null,
    household uuid references household (id)
);
create index box_announcement_by_expiry on box_announcement (expires_at);
