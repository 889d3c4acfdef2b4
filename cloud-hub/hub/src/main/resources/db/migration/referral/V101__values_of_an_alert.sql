-- an alert of a value speaks for what was measured in this time and was no worse; null where nothing was measured
alter table plan_alert
    add column covers_from timestamptz,
    add column covers_until timestamptz;
update plan_alert set covers_from = at, covers_until = greatest(at, acknowledged_at) where kind = 'beyond';
alter table plan_alert
    add constraint plan_alert_covers check (
        (kind = 'missing') = (covers_from is null) and (covers_from is null) = (covers_until is null)
    );
-- a value that came late and is worse than a newer one is told beside it
drop index plan_alert_open;
create unique index plan_alert_missing on plan_alert (referral, vital)
where kind = 'missing' and acknowledged_at is null;
create index plan_alert_by_plan on plan_alert (referral, vital, kind);
