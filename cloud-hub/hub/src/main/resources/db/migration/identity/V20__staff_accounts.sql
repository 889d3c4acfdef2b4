alter table account drop constraint account_kind_check;
alter table account add constraint account_kind_check
    check (kind in ('doctor', 'family', 'administrator', 'pharmacist', 'registrar'));
alter table account add column role text constraint account_role_known check (role in ('system', 'security', 'audit'));
alter table account add constraint account_role_of_administrators check ((kind = 'administrator') = (role is not null));
-- a deactivated account keeps everything that it did, and cannot sign in
alter table account add column deactivated_at timestamptz;
alter table session drop constraint session_kind_check;
alter table session add constraint session_kind_check
    check (kind in ('doctor', 'family', 'box', 'administrator', 'pharmacist', 'registrar'));
create index session_by_actor on session (actor);
