-- the newest consultation of a patient at an institution, whose evidence is offered again
create index consultation_by_patient on consultation (patient, requested_at desc);
