-- doctors and the family see an alert each for themselves; acknowledged_by is a doctor's from now on
alter table plan_alert
    add column family_seen_by uuid,
    add column family_seen_at timestamptz;
update plan_alert set family_seen_by = acknowledged_by, family_seen_at = acknowledged_at,
    acknowledged_by = null, acknowledged_at = null
where acknowledged_by is not null
    and not exists (select 1 from doctor where account = acknowledged_by)
    -- of what is missing one may be open: where one is, what the family saw before stays closed
    and (kind = 'beyond' or id = (
        select newest.id from plan_alert newest
        where newest.referral = plan_alert.referral and newest.vital = plan_alert.vital and newest.kind = 'missing'
        order by newest.acknowledged_at is not null, newest.at desc, newest.id
        limit 1
    ));
alter table plan_alert
    add constraint plan_alert_family_seen check ((family_seen_by is null) = (family_seen_at is null));
