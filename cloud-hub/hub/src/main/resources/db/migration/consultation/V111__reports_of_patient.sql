-- The record lists the reports of a patient, the newest first.
create index consultation_concluded_of_patient on consultation (patient, ended_at desc, id desc)
where state = 'concluded';
