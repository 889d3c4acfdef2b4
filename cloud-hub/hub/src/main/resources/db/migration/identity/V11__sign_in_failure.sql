-- Failed sign-ins by login, whether or not an account has that login: who guesses learns nothing from the lock.
create table sign_in_failure (
    -- SHA-256 of the login in lower case: what people mistype may be their password
    login_hash bytea primary key,
    failures int not null,
    failed_at timestamptz not null,
    locked_until timestamptz
);
create index sign_in_failure_by_time on sign_in_failure (failed_at);
insert into sign_in_failure (login_hash, failures, failed_at, locked_until)
    select sha256(convert_to(login, 'UTF8')), failures, now(), locked_until from account
    where failures > 0 or locked_until > now();
alter table account drop column failures, drop column locked_until;
