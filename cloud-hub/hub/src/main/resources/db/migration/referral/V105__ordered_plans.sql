-- a plan is a package that was accepted, or was ordered in a consultation
alter table care_plan drop constraint care_plan_referral_fkey;
alter table care_plan rename column referral to id;
alter table care_plan
    add column consultation uuid,
    add column signed_as integer;
alter table plan_alert rename column referral to plan;
