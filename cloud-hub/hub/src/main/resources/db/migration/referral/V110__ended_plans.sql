-- a plan is over when another one takes its place, or when a doctor ends it, who says why
alter table care_plan rename column replaced_at to over_at;
alter table care_plan
    add column ended_by uuid,
    add column end_reason text,
    add constraint care_plan_end check ((ended_by is null) = (end_reason is null));
create index care_plan_by_patient on care_plan (patient, over_at);
