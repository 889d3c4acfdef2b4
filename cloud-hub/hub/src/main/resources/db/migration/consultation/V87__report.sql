-- Reports as they were made and opened; a later decision leads to the next version.
create table consultation_report (
    consultation uuid not null references consultation (id),
    version int not null check (version > 0),
    made_at timestamptz not null,
    -- SHA-256 of what it was made of: the same again is not made anew
    source bytea not null,
    pdf bytea not null,
    primary key (consultation, version)
);
create function consultation_report_is_for_good() returns trigger language plpgsql as $$
begin
    raise exception 'a report is never changed: there is a next version';
end
$$;
create trigger consultation_report_for_good before update or delete or truncate on consultation_report
    for each statement execute function consultation_report_is_for_good();
