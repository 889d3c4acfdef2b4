-- version: who edits names the one that was seen. Locked texts open with the vault's key only.
alter table household add column version int not null default 1,
    add column address bytea,
    add column phone bytea,
    -- keyed hash of name and address within the institution: a file must not bring the same household twice
    add column place_fingerprint bytea,
    add column deactivated_at timestamptz;
create index household_by_institution on household (institution, name, id);
create index household_by_place on household (institution, place_fingerprint);
alter table patient add column version int not null default 1,
    -- null for those of the demonstration, of whom only the year is known
    add column birth_date date,
    add column id_number bytea,
    -- keyed hash, so that a number is registered once in the whole database
    add column id_number_fingerprint bytea unique,
    add column id_number_absent text
        check (id_number_absent in ('not_at_hand', 'lost', 'never_issued', 'foreign_papers', 'declined')),
    add column deactivated_at timestamptz,
    add column deactivated_for text
        check (deactivated_for in ('died', 'moved_away', 'registered_by_mistake', 'other')),
    add check ((id_number is null) = (id_number_fingerprint is null)),
    add check (id_number is null or id_number_absent is null),
    add check ((deactivated_at is null) = (deactivated_for is null));
