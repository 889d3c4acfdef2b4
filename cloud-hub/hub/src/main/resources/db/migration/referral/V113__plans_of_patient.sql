-- The record lists all plans of a patient, also those that another one replaced, the newest first.
create index care_plan_of_patient on care_plan (patient, accepted_at desc, id desc);
