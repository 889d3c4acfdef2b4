create table prescription (
    id uuid primary key,
    consultation uuid not null,
    patient uuid not null,
    institution uuid not null,
    doctor uuid not null,
    state text not null
        check (state in ('draft', 'awaiting_review', 'approved', 'rejected', 'cancelled', 'dispensed')),
    changed_at timestamptz not null,
    -- the whole prescription as the module's record; what was signed never changes
    body jsonb not null
);
create index prescription_by_consultation on prescription (consultation, id);
create index prescription_by_patient on prescription (patient, id);
create index prescription_waiting on prescription (changed_at) where state = 'awaiting_review';
create index prescription_returned on prescription (doctor, changed_at) where state = 'rejected';
create table pharmacy_order (
    id uuid primary key,
    prescription uuid not null unique references prescription (id),
    state text not null
        check (state in
            ('placing', 'preparing', 'shipped', 'delivered', 'out_of_stock', 'refused', 'unreachable')),
    attempts integer not null,
    next_try_at timestamptz,
    body jsonb not null
);
create index pharmacy_order_due on pharmacy_order (next_try_at) where next_try_at is not null;
-- formularies and tables of rational use that institutions brought; the newest of a kind counts
create table drug_table (
    number bigint generated always as identity primary key,
    kind text not null check (kind in ('formulary', 'rational_use')),
    institution uuid not null,
    imported_by uuid not null,
    imported_at timestamptz not null,
    text text not null
);
create index drug_table_newest on drug_table (institution, kind, number desc);
