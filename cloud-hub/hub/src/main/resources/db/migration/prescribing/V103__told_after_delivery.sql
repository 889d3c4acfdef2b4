-- when an allergy became known after the delivery, while its doctor has not answered
alter table prescription add column told_at timestamptz;
create index prescription_told on prescription (doctor, told_at) where told_at is not null;
