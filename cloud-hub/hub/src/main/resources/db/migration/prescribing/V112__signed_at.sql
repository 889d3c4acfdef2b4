-- the record lists what was signed for a patient, the newest first; null of a draft
alter table prescription add column issued_at timestamptz;
update prescription set issued_at = (body #>> '{issue,at}')::timestamptz;
create index prescription_signed_of_patient on prescription (patient, issued_at desc, id desc)
where issued_at is not null;
