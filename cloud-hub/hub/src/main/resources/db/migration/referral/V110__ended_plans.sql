-- a plan that a doctor ended, so that nothing took its place, says who and why; when is in replaced_at
alter table care_plan
    add column ended_by uuid,
    add column end_reason text,
    add constraint care_plan_end check ((ended_by is null) = (end_reason is null));
create index care_plan_by_patient on care_plan (patient, replaced_at);
