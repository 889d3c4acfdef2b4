-- In the archive of which institution each version of a report lies: each that took part has its entry, the file is kept once.
create table consultation_report_archive (
    consultation uuid not null,
    version int not null,
    institution uuid not null,
    archived_at timestamptz not null,
    -- SHA-256 of the PDF
    digest bytea not null check (length(digest) = 32),
    primary key (consultation, version, institution),
    foreign key (consultation, version) references consultation_report (consultation, version)
);
create trigger consultation_report_archive_for_good before update or delete or truncate on consultation_report_archive
    for each statement execute function consultation_report_is_for_good();
-- Reports that could not be made when they were due, for want of a font, or because there was no archive yet.
create table consultation_report_owed (
    consultation uuid primary key references consultation (id),
    -- tries that failed, and when the next one is due; -infinity: at once
    tries int not null default 0,
    next_try_at timestamptz not null default '-infinity'
);
create index consultation_report_owed_due on consultation_report_owed (next_try_at);
insert into consultation_report_owed (consultation) select id from consultation where state = 'concluded';
