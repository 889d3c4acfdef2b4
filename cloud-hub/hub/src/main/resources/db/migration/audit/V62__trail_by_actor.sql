-- Who did what: the audit administrator reads the trail of one person.
create index audit_entry_by_actor on audit_entry (actor, number);
