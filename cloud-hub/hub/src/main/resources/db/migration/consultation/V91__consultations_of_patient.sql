-- The record lists all consultations of a patient, the newest first.
create index consultation_of_patient on consultation (patient, requested_at);
