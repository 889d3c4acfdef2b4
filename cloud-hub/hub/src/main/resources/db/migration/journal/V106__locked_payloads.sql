-- what an event tells lies locked from now on; what lies here in clear is read as it is
alter table journal_event
    alter column payload drop not null,
    add column locked bytea,
    add constraint journal_event_once check ((payload is null) <> (locked is null));
