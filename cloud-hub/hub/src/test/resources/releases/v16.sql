-- The database of the release whose newest migration is V16, with a household, a concluded consultation and readings:
-- what an upgrade starts from. Its schema is that of the release; it never changes.
-- V1__journal.sql
-- Numbered streams; the number is taken under the row lock of journal_stream.
create table journal_stream (
    name text primary key,
    head bigint not null check (head > 0)
);
create table journal_event (
    stream text not null references journal_stream (name),
    sequence bigint not null check (sequence > 0),
    type text not null,
    actor uuid not null,
    at timestamptz not null,
    payload jsonb not null,
    primary key (stream, sequence)
);
-- A command is done once per actor and key.
create table command_log (
    actor uuid not null,
    key uuid not null,
    fingerprint text not null,
    at timestamptz not null,
    primary key (actor, key)
);

-- V2__audit.sql
create table audit_entry (
    number bigint generated always as identity primary key,
    at timestamptz not null,
    kind text not null check (kind in ('write', 'opening', 'denial', 'sign_in', 'sign_in_failure')),
    actor uuid not null,
    action text not null,
    object uuid
);
create index audit_entry_by_object on audit_entry (object, number);

-- V3__event_publication.sql
-- Spring Modulith's event publication registry.
create table event_publication (
    id uuid primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized_event_hash_idx on event_publication using hash (serialized_event);
create index event_publication_by_completion_date_idx on event_publication (completion_date);

-- V4__identity.sql
create table account (
    id uuid primary key,
    login text not null unique check (login = lower(login)),
    kind text not null check (kind in ('doctor', 'family')),
    name text not null,
    password_hash text not null,
    failures int not null default 0,
    locked_until timestamptz
);
create table session (
    id uuid primary key,
    secret_hash bytea not null unique,
    actor uuid not null,
    kind text not null check (kind in ('doctor', 'family', 'box')),
    name text not null,
    opened_at timestamptz not null,
    active_at timestamptz not null,
    expires_at timestamptz not null
);
create index session_by_expiry on session (expires_at);
create table box_key (
    box uuid primary key,
    public_key text not null,
    name text not null,
    enrolled_at timestamptz not null,
    revoked_at timestamptz
);
create table box_challenge (
    id uuid primary key,
    box uuid not null,
    nonce text not null,
    expires_at timestamptz not null
);

-- V5__consortium.sql
create table institution (
    id uuid primary key,
    name text not null,
    level text not null check (level in ('first_contact', 'county', 'tertiary'))
);
create table doctor (
    account uuid primary key,
    institution uuid not null references institution (id),
    name text not null,
    title text not null,
    department text not null,
    on_duty boolean not null
);
create index doctor_by_institution on doctor (institution);

-- V6__household.sql
create table household (
    id uuid primary key,
    name text not null,
    institution uuid not null
);
create table patient (
    id uuid primary key,
    household uuid not null references household (id),
    name text not null,
    sex text not null check (sex in ('female', 'male', 'unknown')),
    birth_year int not null check (birth_year between 1900 and 2100)
);
create index patient_by_household on patient (household);
create table binding (
    account uuid not null,
    patient uuid not null references patient (id),
    relation text not null,
    rights text[] not null,
    primary key (account, patient)
);
create index binding_by_patient on binding (patient);
create table box (
    id uuid primary key,
    household uuid not null references household (id)
);
create index box_by_household on box (household);
create table enrolment_code (
    code_hash bytea primary key,
    household uuid not null references household (id),
    used_by uuid,
    used_at timestamptz
);
create table wearable (
    household uuid not null references household (id),
    address text not null,
    patient uuid not null references patient (id),
    primary key (household, address)
);

-- V7__vitals.sql
create table reading (
    id uuid primary key,
    -- recognises what a device sends again; null where it gives neither time nor sequence
    natural_key bytea unique,
    box uuid not null,
    household uuid not null,
    patient uuid,
    device_address text not null,
    device_model text not null,
    profile text not null,
    taken_at timestamptz,
    received_at timestamptz not null,
    accepted_at timestamptz not null,
    -- taken_at where it is believable, else the time of receipt
    shown_at timestamptz not null,
    bytes bytea not null,
    -- empty for malformed and impossible readings, whose bytes are kept for the operator
    measured jsonb not null,
    marks text[] not null
);
create index reading_by_patient on reading (patient, profile, shown_at desc, id desc);

-- V8__consultation.sql
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

-- V9__call.sql
create table call (
    id uuid primary key,
    -- counts up when the media moves to another bridge
    generation int not null check (generation > 0),
    -- name of the media node; null while none has the call
    node text,
    media text not null check (media in ('ready', 'moving')),
    opened_at timestamptz not null,
    ended_at timestamptz
);
create index call_running on call (node) where ended_at is null;
create table seat (
    id uuid primary key,
    call uuid not null references call (id),
    actor uuid not null,
    role text not null check (role in ('patient', 'family', 'first_contact', 'county', 'tertiary')),
    name text not null,
    seated boolean not null,
    -- counts up with each claim; the highest has the seat
    epoch int not null check (epoch >= 0),
    -- the claim since which the seat's media runs
    media_epoch int not null check (media_epoch >= 0),
    presence text not null check (presence in ('absent', 'present', 'reconnecting')),
    lost_at timestamptz,
    unique (call, actor)
);
create index seat_reconnecting on seat (lost_at) where presence = 'reconnecting';
-- What a media node needs so that a restarted hub can take its rooms over.
create table media_room (
    call uuid primary key references call (id),
    node text not null,
    snapshot text not null
);

-- V10__clock_of_the_box.sql
-- when the box received it by the hub's clock, where received_at (the box's own word) can't be right
alter table reading add column received_corrected_at timestamptz;

-- V11__sign_in_failure.sql
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

-- V12__enrolment_code_expiry.sql
-- Null: good until used, as the codes of the demonstration are.
alter table enrolment_code add column expires_at timestamptz;

-- V13__shared_wearables.sql
-- one device, several people: each has a user slot of it; null = whoever uses it
alter table wearable add column device_user smallint check (device_user between 0 and 254);
alter table wearable drop constraint wearable_pkey;
alter table wearable add constraint wearable_slot unique nulls not distinct (household, address, device_user);

-- V14__readings_of_nobody.sql
-- the user slot that the device named; with it a reading of nobody can be given to its owner later
alter table reading add column device_user smallint;
create index reading_of_nobody on reading (household, accepted_at) where patient is null;

-- V15__command_log_by_time.sql
-- Old commands are forgotten in small batches.
create index command_log_by_time on command_log (at);

-- V16__snapshots_as_they_are.sql
-- Snapshots are written at each change of a call and read once, after a restart: compressing them costs more than it saves.
alter table media_room alter column snapshot set storage external;

create table flyway_schema_history (
    installed_rank int not null constraint flyway_schema_history_pk primary key,
    version varchar(50),
    description varchar(200) not null,
    type varchar(20) not null,
    script varchar(1000) not null,
    checksum int,
    installed_by varchar(100) not null,
    installed_on timestamp not null default now(),
    execution_time int not null,
    success boolean not null
);
create index flyway_schema_history_s_idx on flyway_schema_history (success);
set session_replication_role = replica;
insert into account (id, login, kind, name, password_hash) overriding system value values ('01a2030d-1629-7b73-9d71-ece80c7d5e1e', 'doctor-1', 'doctor', 'doctor 1', '$argon2id$v=19$m=19456,t=2,p=1$spP139uWCV3k540jvp7D2g$QNEQ5ACF2xpyKU9b74h6Aup+EV4K+qsdZGH1M+sFe5Q');
insert into account (id, login, kind, name, password_hash) overriding system value values ('01a2030d-17c2-7f61-909c-80895447001c', 'county-1', 'doctor', 'county 1', '$argon2id$v=19$m=19456,t=2,p=1$cvtGHOL8Pme/Sy901i9odw$B6dTl42DnhB9Vo7baExfbZr665R/6uV+fGpPsqsFGvA');
insert into account (id, login, kind, name, password_hash) overriding system value values ('01a2030d-19b1-72d1-b930-e42909c99615', 'child-1', 'family', 'child 1', '$argon2id$v=19$m=19456,t=2,p=1$dPmiuBdawGqBhOW6h8g+CA$iJYM+hyWwH/zJlLVgJSyFOzZZp7rDVA3IpS9OyBdfoE');
insert into audit_entry (number, at, kind, actor, action, object) overriding system value values ('1', '2026-11-22 11:38:42.945295+00', 'write', '44cf191c-e9cc-4973-92fd-43bfc12b3793', 'enrol-box', '01a2030d-15e1-7031-ab5c-68094b097bd7');
insert into audit_entry (number, at, kind, actor, action, object) overriding system value values ('10', '2026-11-22 11:38:46.206777+00', 'write', '01a2030d-1629-7b73-9d71-ece80c7d5e1e', 'invite', 'c428a2b2-7087-4a7f-ae1d-82bee723ddc2');
insert into audit_entry (number, at, kind, actor, action, object) overriding system value values ('11', '2026-11-22 11:38:46.373863+00', 'write', '01a2030d-1629-7b73-9d71-ece80c7d5e1e', 'submitopinion', 'c428a2b2-7087-4a7f-ae1d-82bee723ddc2');
insert into audit_entry (number, at, kind, actor, action, object) overriding system value values ('12', '2026-11-22 11:38:46.631309+00', 'write', '01a2030d-1629-7b73-9d71-ece80c7d5e1e', 'conclude', 'c428a2b2-7087-4a7f-ae1d-82bee723ddc2');
insert into audit_entry (number, at, kind, actor, action, object) overriding system value values ('2', '2026-11-22 11:38:43.550849+00', 'sign_in', '01a2030d-1629-7b73-9d71-ece80c7d5e1e', 'sign-in', '01a2030d-1629-7b73-9d71-ece80c7d5e1e');
insert into audit_entry (number, at, kind, actor, action, object) overriding system value values ('3', '2026-11-22 11:38:44.189228+00', 'sign_in', '01a2030d-17c2-7f61-909c-80895447001c', 'sign-in', '01a2030d-17c2-7f61-909c-80895447001c');
insert into audit_entry (number, at, kind, actor, action, object) overriding system value values ('4', '2026-11-22 11:38:44.736363+00', 'sign_in', '01a2030d-19b1-72d1-b930-e42909c99615', 'sign-in', '01a2030d-19b1-72d1-b930-e42909c99615');
insert into audit_entry (number, at, kind, actor, action, object) overriding system value values ('5', '2026-11-22 11:38:45.555064+00', 'write', '44cf191c-e9cc-4973-92fd-43bfc12b3793', 'requested', 'c428a2b2-7087-4a7f-ae1d-82bee723ddc2');
insert into audit_entry (number, at, kind, actor, action, object) overriding system value values ('6', '2026-11-22 11:38:45.771134+00', 'write', '01a2030d-1629-7b73-9d71-ece80c7d5e1e', 'accept', 'c428a2b2-7087-4a7f-ae1d-82bee723ddc2');
insert into audit_entry (number, at, kind, actor, action, object) overriding system value values ('7', '2026-11-22 11:38:45.951234+00', 'write', '44cf191c-e9cc-4973-92fd-43bfc12b3793', 'answer', 'c428a2b2-7087-4a7f-ae1d-82bee723ddc2');
insert into audit_entry (number, at, kind, actor, action, object) overriding system value values ('8', '2026-11-22 11:38:46.025989+00', 'write', '44cf191c-e9cc-4973-92fd-43bfc12b3793', 'giveconsent', 'c428a2b2-7087-4a7f-ae1d-82bee723ddc2');
insert into audit_entry (number, at, kind, actor, action, object) overriding system value values ('9', '2026-11-22 11:38:46.092313+00', 'write', '01a2030d-19b1-72d1-b930-e42909c99615', 'join', 'c428a2b2-7087-4a7f-ae1d-82bee723ddc2');
insert into binding (account, patient, relation, rights) overriding system value values ('01a2030d-19b1-72d1-b930-e42909c99615', '01a2030d-15e6-7b71-b15a-7ad01d907651', '儿子', '{manage_devices,proxy_consent,see_vitals,take_part}');
insert into box (id, household) overriding system value values ('44cf191c-e9cc-4973-92fd-43bfc12b3793', '01a2030d-15e1-7031-ab5c-68094b097bd7');
insert into box_key (box, public_key, name, enrolled_at, revoked_at) overriding system value values ('44cf191c-e9cc-4973-92fd-43bfc12b3793', 'MCowBQYDK2VwAyEAFqoW1eEwPhoBawIS8XEC3j5-luRm5_sSh-jTPibIeW8', '家 1', '2026-11-22 11:38:42.942322+00', NULL);
insert into call (id, generation, node, media, opened_at, ended_at) overriding system value values ('01a2030d-2f89-7859-a39b-a8d2cb0c4451', '1', 'bridge-a', 'ready', '2026-11-22 11:38:46.013291+00', '2026-11-22 11:38:46.609295+00');
insert into command_log (actor, key, fingerprint, at) overriding system value values ('01a2030d-1629-7b73-9d71-ece80c7d5e1e', '72434b4d-9a2d-4cbb-86e6-9e1b929e1e0c', '/api/consultations/c428a2b2-7087-4a7f-ae1d-82bee723ddc2/accept
b832ca20844031e8c838aeb9ced7d1469f212a45399f28aa2313a3ea1f938659', '2026-11-22 11:38:45.71027+00');
insert into command_log (actor, key, fingerprint, at) overriding system value values ('01a2030d-1629-7b73-9d71-ece80c7d5e1e', '8fc69e53-225d-4ee9-8c4a-d8c7bb3fada8', '/api/consultations/c428a2b2-7087-4a7f-ae1d-82bee723ddc2/conclude
ec1deece3528bc53a0c6013f7754b8230fd79a6516f0a44e58f81cb69716ed15', '2026-11-22 11:38:46.549077+00');
insert into command_log (actor, key, fingerprint, at) overriding system value values ('01a2030d-1629-7b73-9d71-ece80c7d5e1e', 'd9613666-75ee-4eb8-a7a7-3fec71368d0b', '/api/consultations/c428a2b2-7087-4a7f-ae1d-82bee723ddc2/invitations
163e0939a4fa225ffdc57dda63f697e9cc8468499e578cfc208fabe2f1f9392c', '2026-11-22 11:38:46.162083+00');
insert into command_log (actor, key, fingerprint, at) overriding system value values ('01a2030d-1629-7b73-9d71-ece80c7d5e1e', 'fcc07a99-22c0-4c1e-833c-694464fa6c1d', '/api/consultations/c428a2b2-7087-4a7f-ae1d-82bee723ddc2/opinions
a9c7d879ca81f54a9f03f6932897ff99ae4932c1bcf01d70b666ba7730ccfa5e', '2026-11-22 11:38:46.330638+00');
insert into command_log (actor, key, fingerprint, at) overriding system value values ('01a2030d-19b1-72d1-b930-e42909c99615', '98279694-d56f-406c-9ee4-c6bc6069a694', '/api/consultations/c428a2b2-7087-4a7f-ae1d-82bee723ddc2/join
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '2026-11-22 11:38:46.064672+00');
insert into command_log (actor, key, fingerprint, at) overriding system value values ('44cf191c-e9cc-4973-92fd-43bfc12b3793', '30836643-5150-47b1-9c3e-54aef86ebb71', '/api/consultations/c428a2b2-7087-4a7f-ae1d-82bee723ddc2/consent
3d5e7969ab7ad9626f3cbd7c555b672e74586a5fb83103042896cfd3f40b9723', '2026-11-22 11:38:45.994872+00');
insert into command_log (actor, key, fingerprint, at) overriding system value values ('44cf191c-e9cc-4973-92fd-43bfc12b3793', '4658d46c-b8f5-437f-a963-1b673422c16d', '/api/consultations
92ff5c090419a27213bba90fdaabc58c71a66d57218ff0d86b48a3a8af43b1e9', '2026-11-22 11:38:45.502396+00');
insert into command_log (actor, key, fingerprint, at) overriding system value values ('44cf191c-e9cc-4973-92fd-43bfc12b3793', '9b68adcd-c18e-4888-973a-cb76f207c801', '/api/consultations/c428a2b2-7087-4a7f-ae1d-82bee723ddc2/answer
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '2026-11-22 11:38:45.918386+00');
insert into consultation (id, patient, household, institution, state, doctor, requested_at, ring_started_at, ended_at, call, body) overriding system value values ('c428a2b2-7087-4a7f-ae1d-82bee723ddc2', '01a2030d-15e6-7b71-b15a-7ad01d907651', '01a2030d-15e1-7031-ab5c-68094b097bd7', '01a2030d-15c7-727b-a784-3b48cc915924', 'concluded', '01a2030d-1629-7b73-9d71-ece80c7d5e1e', '2026-11-22 11:38:45.513099+00', '2026-11-22 11:38:45.747971+00', '2026-11-22 11:38:46.584171+00', '01a2030d-2f89-7859-a39b-a8d2cb0c4451', '{"id": "c428a2b2-7087-4a7f-ae1d-82bee723ddc2", "call": "01a2030d-2f89-7859-a39b-a8d2cb0c4451", "ring": {"count": 1, "startedAt": "2026-11-22T11:38:45.747970923Z"}, "state": "concluded", "doctor": "01a2030d-1629-7b73-9d71-ece80c7d5e1e", "guests": [{"seated": true, "account": "01a2030d-19b1-72d1-b930-e42909c99615"}], "consent": {"at": "2026-11-22T11:38:45.997877977Z", "givenBy": "patient", "decision": "agreed", "language": "zh-CN", "textVersion": "home-consultation-1"}, "patient": "01a2030d-15e6-7b71-b15a-7ad01d907651", "opinions": [{"at": "2026-11-22T11:38:46.348851907Z", "id": "abca52d5-e0f0-4548-9dc8-0e5f720fdd6f", "text": "建议低盐饮食", "doctor": "01a2030d-1629-7b73-9d71-ece80c7d5e1e"}], "boxSeated": true, "complaint": "头晕", "household": "01a2030d-15e1-7031-ab5c-68094b097bd7", "requester": "44cf191c-e9cc-4973-92fd-43bfc12b3793", "conclusion": {"at": "2026-11-22T11:38:46.584170687Z", "outcome": "normal", "summary": "每天早上吃一片降压药"}, "legalBasis": {"kind": "follow_up", "evidence": "门诊病历"}, "institution": "01a2030d-15c7-727b-a784-3b48cc915924", "invitations": [{"at": "2026-11-22T11:38:46.168058736Z", "id": "d2e329c1-9175-4712-a6ff-984ff4883b77", "state": "withdrawn", "doctor": "01a2030d-17c2-7f61-909c-80895447001c", "seated": false, "invitation": {"title": "副主任医师以上", "reason": "头晕三天", "purpose": "明确诊断", "schedule": "现在", "specialty": "心内科", "caseSummary": "高血压十年"}}], "requestedAt": "2026-11-22T11:38:45.513098969Z", "requestedBy": "patient"}');
insert into consultation_part (consultation, account, role) overriding system value values ('c428a2b2-7087-4a7f-ae1d-82bee723ddc2', '01a2030d-1629-7b73-9d71-ece80c7d5e1e', 'case_doctor');
insert into consultation_part (consultation, account, role) overriding system value values ('c428a2b2-7087-4a7f-ae1d-82bee723ddc2', '01a2030d-17c2-7f61-909c-80895447001c', 'past_doctor');
insert into consultation_part (consultation, account, role) overriding system value values ('c428a2b2-7087-4a7f-ae1d-82bee723ddc2', '01a2030d-19b1-72d1-b930-e42909c99615', 'family');
insert into doctor (account, institution, name, title, department, on_duty) overriding system value values ('01a2030d-1629-7b73-9d71-ece80c7d5e1e', '01a2030d-15c7-727b-a784-3b48cc915924', '医生 1', '医师', 'cardiology', 'true');
insert into doctor (account, institution, name, title, department, on_duty) overriding system value values ('01a2030d-17c2-7f61-909c-80895447001c', '01a2030d-15d7-7423-a6aa-1f6411091272', '医生 1', '医师', 'cardiology', 'true');
insert into enrolment_code (code_hash, household, used_by, used_at, expires_at) overriding system value values (E'\\x8873061b24c9aabeaf91b91f83658c081dc21ad47872f9dd84bccf6e65bea716', '01a2030d-15e1-7031-ab5c-68094b097bd7', '44cf191c-e9cc-4973-92fd-43bfc12b3793', '2026-11-22 11:38:42.940497+00', '2026-11-22 11:53:40.384083+00');
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values ('1', '1', 'journal', 'SQL', 'journal/V1__journal.sql', '1880498164', 'postgres', '2026-11-22 11:38:32.899716', '62', 'true');
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values ('10', '10', 'clock of the box', 'SQL', 'vitals/V10__clock_of_the_box.sql', '-1172755753', 'postgres', '2026-11-22 11:38:33.847389', '16', 'true');
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values ('11', '11', 'sign in failure', 'SQL', 'identity/V11__sign_in_failure.sql', '1592579282', 'postgres', '2026-11-22 11:38:33.923541', '26', 'true');
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values ('12', '12', 'enrolment code expiry', 'SQL', 'household/V12__enrolment_code_expiry.sql', '1363452990', 'postgres', '2026-11-22 11:38:33.980594', '5', 'true');
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values ('13', '13', 'shared wearables', 'SQL', 'household/V13__shared_wearables.sql', '940494770', 'postgres', '2026-11-22 11:38:34.000089', '13', 'true');
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values ('14', '14', 'readings of nobody', 'SQL', 'vitals/V14__readings_of_nobody.sql', '-869877464', 'postgres', '2026-11-22 11:38:34.038166', '8', 'true');
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values ('15', '15', 'command log by time', 'SQL', 'journal/V15__command_log_by_time.sql', '-1663434431', 'postgres', '2026-11-22 11:38:34.078386', '7', 'true');
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values ('16', '16', 'snapshots as they are', 'SQL', 'call/V16__snapshots_as_they_are.sql', '1612987853', 'postgres', '2026-11-22 11:38:34.130757', '8', 'true');
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values ('2', '2', 'audit', 'SQL', 'audit/V2__audit.sql', '-1555438648', 'postgres', '2026-11-22 11:38:33.049587', '29', 'true');
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values ('3', '3', 'event publication', 'SQL', 'shared/V3__event_publication.sql', '-419421329', 'postgres', '2026-11-22 11:38:33.127349', '64', 'true');
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values ('4', '4', 'identity', 'SQL', 'identity/V4__identity.sql', '-231310640', 'postgres', '2026-11-22 11:38:33.23745', '67', 'true');
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values ('5', '5', 'consortium', 'SQL', 'consortium/V5__consortium.sql', '-61699891', 'postgres', '2026-11-22 11:38:33.3974', '29', 'true');
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values ('6', '6', 'household', 'SQL', 'household/V6__household.sql', '1311637897', 'postgres', '2026-11-22 11:38:33.444491', '188', 'true');
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values ('7', '7', 'vitals', 'SQL', 'vitals/V7__vitals.sql', '118947154', 'postgres', '2026-11-22 11:38:33.652059', '10', 'true');
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values ('8', '8', 'consultation', 'SQL', 'consultation/V8__consultation.sql', '-1349109974', 'postgres', '2026-11-22 11:38:33.678768', '24', 'true');
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) overriding system value values ('9', '9', 'call', 'SQL', 'call/V9__call.sql', '-1713059421', 'postgres', '2026-11-22 11:38:33.733523', '43', 'true');
insert into household (id, name, institution) overriding system value values ('01a2030d-15e1-7031-ab5c-68094b097bd7', '家 1', '01a2030d-15c7-727b-a784-3b48cc915924');
insert into institution (id, name, level) overriding system value values ('01a2030d-15c7-727b-a784-3b48cc915924', '卫生院 1', 'first_contact');
insert into institution (id, name, level) overriding system value values ('01a2030d-15d7-7423-a6aa-1f6411091272', '县医院 1', 'county');
insert into journal_event (stream, sequence, type, actor, at, payload) overriding system value values ('consultation/c428a2b2-7087-4a7f-ae1d-82bee723ddc2', '1', 'Requested', '44cf191c-e9cc-4973-92fd-43bfc12b3793', '2026-11-22 11:38:45.556856+00', '{"by": "patient", "patient": "01a2030d-15e6-7b71-b15a-7ad01d907651"}');
insert into journal_event (stream, sequence, type, actor, at, payload) overriding system value values ('consultation/c428a2b2-7087-4a7f-ae1d-82bee723ddc2', '10', 'SubmitOpinion', '01a2030d-1629-7b73-9d71-ece80c7d5e1e', '2026-11-22 11:38:46.39196+00', '{"id": "abca52d5-e0f0-4548-9dc8-0e5f720fdd6f", "text": "建议低盐饮食", "doctor": "01a2030d-1629-7b73-9d71-ece80c7d5e1e"}');
insert into journal_event (stream, sequence, type, actor, at, payload) overriding system value values ('consultation/c428a2b2-7087-4a7f-ae1d-82bee723ddc2', '12', 'Conclude', '01a2030d-1629-7b73-9d71-ece80c7d5e1e', '2026-11-22 11:38:46.633812+00', '{"outcome": "normal", "summary": "每天早上吃一片降压药"}');
insert into journal_event (stream, sequence, type, actor, at, payload) overriding system value values ('consultation/c428a2b2-7087-4a7f-ae1d-82bee723ddc2', '2', 'Accept', '01a2030d-1629-7b73-9d71-ece80c7d5e1e', '2026-11-22 11:38:45.782021+00', '{"basis": {"kind": "follow_up", "evidence": "门诊病历"}, "doctor": "01a2030d-1629-7b73-9d71-ece80c7d5e1e"}');
insert into journal_event (stream, sequence, type, actor, at, payload) overriding system value values ('consultation/c428a2b2-7087-4a7f-ae1d-82bee723ddc2', '3', 'Answer', '44cf191c-e9cc-4973-92fd-43bfc12b3793', '2026-11-22 11:38:45.952873+00', '{}');
insert into journal_event (stream, sequence, type, actor, at, payload) overriding system value values ('consultation/c428a2b2-7087-4a7f-ae1d-82bee723ddc2', '5', 'GiveConsent', '44cf191c-e9cc-4973-92fd-43bfc12b3793', '2026-11-22 11:38:46.033807+00', '{"giver": "patient", "decision": "agreed", "language": "zh-CN", "textVersion": "home-consultation-1"}');
insert into journal_event (stream, sequence, type, actor, at, payload) overriding system value values ('consultation/c428a2b2-7087-4a7f-ae1d-82bee723ddc2', '7', 'Join', '01a2030d-19b1-72d1-b930-e42909c99615', '2026-11-22 11:38:46.094588+00', '{"account": "01a2030d-19b1-72d1-b930-e42909c99615"}');
insert into journal_event (stream, sequence, type, actor, at, payload) overriding system value values ('consultation/c428a2b2-7087-4a7f-ae1d-82bee723ddc2', '9', 'Invite', '01a2030d-1629-7b73-9d71-ece80c7d5e1e', '2026-11-22 11:38:46.221727+00', '{"id": "d2e329c1-9175-4712-a6ff-984ff4883b77", "doctor": "01a2030d-17c2-7f61-909c-80895447001c", "invitation": {"title": "副主任医师以上", "reason": "头晕三天", "purpose": "明确诊断", "schedule": "现在", "specialty": "心内科", "caseSummary": "高血压十年"}}');
insert into journal_stream (name, head) overriding system value values ('consultation/c428a2b2-7087-4a7f-ae1d-82bee723ddc2', '12');
insert into journal_stream (name, head) overriding system value values ('inbox/01a2030d-1629-7b73-9d71-ece80c7d5e1e', '6');
insert into journal_stream (name, head) overriding system value values ('inbox/01a2030d-17c2-7f61-909c-80895447001c', '2');
insert into journal_stream (name, head) overriding system value values ('inbox/01a2030d-19b1-72d1-b930-e42909c99615', '11');
insert into journal_stream (name, head) overriding system value values ('inbox/44cf191c-e9cc-4973-92fd-43bfc12b3793', '11');
insert into journal_stream (name, head) overriding system value values ('vitals/01a2030d-15e6-7b71-b15a-7ad01d907651', '5');
insert into patient (id, household, name, sex, birth_year) overriding system value values ('01a2030d-15e6-7b71-b15a-7ad01d907651', '01a2030d-15e1-7031-ab5c-68094b097bd7', '老人 1', 'female', '1947');
insert into reading (id, natural_key, box, household, patient, device_address, device_model, profile, taken_at, received_at, accepted_at, shown_at, bytes, measured, marks, received_corrected_at, device_user) overriding system value values ('07b015ec-6511-45c5-8b2f-8112cbe44e6d', E'\\x8a2ecc9c9427f91050659bfb11920d8192d9de0adb6455b130e33f0e71e76486', '44cf191c-e9cc-4973-92fd-43bfc12b3793', '01a2030d-15e1-7031-ab5c-68094b097bd7', '01a2030d-15e6-7b71-b15a-7ad01d907651', 'C0:00:00:00:01:01', 'SimBP', 'blood_pressure', NULL, '2026-11-22 10:48:44.757276+00', '2026-11-22 11:38:44.951262+00', '2026-11-22 10:48:44.757276+00', E'\\x1e8e005600', '[{"mdc": 150021, "loinc": "8480-6", "quantity": {"unit": "mm[Hg]", "value": "130"}}]', '{received_late}', NULL, NULL);
insert into reading (id, natural_key, box, household, patient, device_address, device_model, profile, taken_at, received_at, accepted_at, shown_at, bytes, measured, marks, received_corrected_at, device_user) overriding system value values ('15b25069-f3bf-47b9-b41f-6bab83b1dc8f', E'\\x7ab3d9c257b46509a786e909de8dab1bf675785ed47cf0c6f45aabc6939c76c9', '44cf191c-e9cc-4973-92fd-43bfc12b3793', '01a2030d-15e1-7031-ab5c-68094b097bd7', '01a2030d-15e6-7b71-b15a-7ad01d907651', 'C0:00:00:00:01:01', 'SimBP', 'blood_pressure', NULL, '2026-11-22 11:08:45.271299+00', '2026-11-22 11:38:45.302697+00', '2026-11-22 11:08:45.271299+00', E'\\x1e8e005600', '[{"mdc": 150021, "loinc": "8480-6", "quantity": {"unit": "mm[Hg]", "value": "132"}}]', '{received_late}', NULL, NULL);
insert into reading (id, natural_key, box, household, patient, device_address, device_model, profile, taken_at, received_at, accepted_at, shown_at, bytes, measured, marks, received_corrected_at, device_user) overriding system value values ('3057c460-cf2d-40fa-a747-8138f326d7dc', E'\\x8b69d233ff31db9db57787ed42eedc3db02d9b8fcf56000107a0214289903c3c', '44cf191c-e9cc-4973-92fd-43bfc12b3793', '01a2030d-15e1-7031-ab5c-68094b097bd7', '01a2030d-15e6-7b71-b15a-7ad01d907651', 'C0:00:00:00:01:01', 'SimBP', 'blood_pressure', NULL, '2026-11-22 11:28:45.408233+00', '2026-11-22 11:38:45.451343+00', '2026-11-22 11:28:45.408233+00', E'\\x1e8e005600', '[{"mdc": 150021, "loinc": "8480-6", "quantity": {"unit": "mm[Hg]", "value": "134"}}]', '{received_late}', NULL, NULL);
insert into reading (id, natural_key, box, household, patient, device_address, device_model, profile, taken_at, received_at, accepted_at, shown_at, bytes, measured, marks, received_corrected_at, device_user) overriding system value values ('9c289f2a-7f71-46bc-885e-8d9bdce64faf', E'\\xd0b1f9e0cacd4d691d13ef1d6d329e9ebdffc6f0ed048cafa21377189e0f487b', '44cf191c-e9cc-4973-92fd-43bfc12b3793', '01a2030d-15e1-7031-ab5c-68094b097bd7', '01a2030d-15e6-7b71-b15a-7ad01d907651', 'C0:00:00:00:01:01', 'SimBP', 'blood_pressure', NULL, '2026-11-22 10:58:45.166738+00', '2026-11-22 11:38:45.227263+00', '2026-11-22 10:58:45.166738+00', E'\\x1e8e005600', '[{"mdc": 150021, "loinc": "8480-6", "quantity": {"unit": "mm[Hg]", "value": "131"}}]', '{received_late}', NULL, NULL);
insert into reading (id, natural_key, box, household, patient, device_address, device_model, profile, taken_at, received_at, accepted_at, shown_at, bytes, measured, marks, received_corrected_at, device_user) overriding system value values ('d7304df4-e34a-4620-9bff-2346a19981da', E'\\xbdcd95de1fd2d1f0a68ddfccd29a3fc8c470b07441522e88aa2123a309cb5dff', '44cf191c-e9cc-4973-92fd-43bfc12b3793', '01a2030d-15e1-7031-ab5c-68094b097bd7', '01a2030d-15e6-7b71-b15a-7ad01d907651', 'C0:00:00:00:01:01', 'SimBP', 'blood_pressure', NULL, '2026-11-22 11:18:45.39033+00', '2026-11-22 11:38:45.400717+00', '2026-11-22 11:18:45.39033+00', E'\\x1e8e005600', '[{"mdc": 150021, "loinc": "8480-6", "quantity": {"unit": "mm[Hg]", "value": "133"}}]', '{received_late}', NULL, NULL);
insert into seat (id, call, actor, role, name, seated, epoch, media_epoch, presence, lost_at) overriding system value values ('01a2030d-317e-72c0-a26f-6f1e846a53dd', '01a2030d-2f89-7859-a39b-a8d2cb0c4451', '44cf191c-e9cc-4973-92fd-43bfc12b3793', 'patient', '老人 1', 'true', '0', '0', 'absent', NULL);
insert into seat (id, call, actor, role, name, seated, epoch, media_epoch, presence, lost_at) overriding system value values ('01a2030d-317e-7adf-bfc8-86821cc282cf', '01a2030d-2f89-7859-a39b-a8d2cb0c4451', '01a2030d-1629-7b73-9d71-ece80c7d5e1e', 'first_contact', '医生 1', 'true', '0', '0', 'absent', NULL);
insert into seat (id, call, actor, role, name, seated, epoch, media_epoch, presence, lost_at) overriding system value values ('01a2030d-31ca-750d-8410-67157aa9a89a', '01a2030d-2f89-7859-a39b-a8d2cb0c4451', '01a2030d-19b1-72d1-b930-e42909c99615', 'family', 'child 1', 'true', '0', '0', 'absent', NULL);
insert into session (id, secret_hash, actor, kind, name, opened_at, active_at, expires_at) overriding system value values ('01a2030d-261d-7d3d-8fc1-4debf9aa524a', E'\\xc3d69439bb20fb5d2cca86abc98dc7d6cb05ee9cc66b9dbff30a448ae3b0f671', '44cf191c-e9cc-4973-92fd-43bfc12b3793', 'box', '家 1', '2026-11-22 11:38:43.101929+00', '2026-11-22 11:38:43.101929+00', '2026-11-22 11:48:43.101929+00');
insert into session (id, secret_hash, actor, kind, name, opened_at, active_at, expires_at) overriding system value values ('01a2030d-27f3-7b13-a30d-7fd4e1cc5c25', E'\\x9e1e0fb27ecb05a75be4a08c2f53decdacaff26341b42c85246e7949e045129d', '01a2030d-1629-7b73-9d71-ece80c7d5e1e', 'doctor', 'doctor 1', '2026-11-22 11:38:43.571131+00', '2026-11-22 11:38:43.571131+00', '2026-11-22 23:38:43.571131+00');
insert into session (id, secret_hash, actor, kind, name, opened_at, active_at, expires_at) overriding system value values ('01a2030d-2a69-7300-9569-af8ce3383132', E'\\x1c1935a43a8f454cd2a09c8093e19e1d721ba8b9bd938614e83320fdf047b213', '01a2030d-17c2-7f61-909c-80895447001c', 'doctor', 'county 1', '2026-11-22 11:38:44.201114+00', '2026-11-22 11:38:44.201114+00', '2026-11-22 23:38:44.201114+00');
insert into session (id, secret_hash, actor, kind, name, opened_at, active_at, expires_at) overriding system value values ('01a2030d-2c8b-754e-a323-adfebde14938', E'\\xf73019eecf285c4629305ebf577e5f406471809f130a56bb354019ff0335424a', '01a2030d-19b1-72d1-b930-e42909c99615', 'family', 'child 1', '2026-11-22 11:38:44.747055+00', '2026-11-22 11:38:44.747055+00', '2026-11-22 23:38:44.747055+00');
select setval('audit_entry_number_seq', 12);
set session_replication_role = default;
