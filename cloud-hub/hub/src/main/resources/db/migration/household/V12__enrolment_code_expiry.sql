-- Null: good until used, as the codes of the demonstration are.
alter table enrolment_code add column expires_at timestamptz;
