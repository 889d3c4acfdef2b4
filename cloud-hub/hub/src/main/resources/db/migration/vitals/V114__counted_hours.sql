-- how many readings an hour had and what they are together, for their mean; counted once they are certain to be seen,
-- 30 s after their acceptance
alter table vital_hour
    add column readings bigint not null default 0,
    add column total numeric not null default 0;
-- up to which acceptance they are counted; it does not go back with the clock, as accepted_until does
alter table vital_hour_progress add column counted_until timestamptz;
update vital_hour_progress set counted_until = accepted_until - interval '30 seconds';
alter table vital_hour_progress alter column counted_until set not null;
-- the last 90 days are summarised: their hours are made anew from the readings, also because no hour has heard of those of
-- which it became known late whose they are, and none has the pulse of an oximeter. Patient by patient, for the index
insert into vital_hour (patient, kind, starts_at, low, low_reading, high, high_reading, readings, total)
with recursive owner as (
    (select patient from reading where patient is not null order by patient limit 1)
    union all
    select (select reading.patient from reading where reading.patient > owner.patient order by reading.patient limit 1)
    from owner
    where owner.patient is not null
)
select owner.patient, hourly.kind, hour.*
from owner
cross join vital_hour_progress as progress
cross join (values
    ('HEART_RATE', '8867-4', '{heart_rate}'::text[]),
    ('PULSE_OXIMETER', '59408-5', '{pulse_oximeter_spot,pulse_oximeter_continuous}'::text[]),
    ('OXIMETER_PULSE', '8867-4', '{pulse_oximeter_spot,pulse_oximeter_continuous}'::text[])
) as hourly (kind, loinc, profiles)
cross join lateral (
    select starts_at, min(value), (array_agg(id order by value, shown_at, id))[1],
        max(value), (array_agg(id order by value desc, shown_at, id))[1],
        count(*) filter (where accepted_at <= progress.counted_until),
        coalesce(sum(value) filter (where accepted_at <= progress.counted_until), 0)
    from (
        select reading.id, reading.shown_at, reading.accepted_at, date_trunc('hour', reading.shown_at) as starts_at,
            (one -> 'quantity' ->> 'value')::numeric as value
        from reading
        cross join jsonb_array_elements(reading.measured) as one
        where reading.patient = owner.patient and reading.profile = any (hourly.profiles)
            and reading.shown_at > now() - interval '91 days'
            and one ->> 'loinc' = hourly.loinc and not 'time_unknown' = any (reading.marks)
    ) as seen
    group by starts_at
) as hour
where owner.patient is not null
on conflict (patient, kind, starts_at) do update set
    low_reading = case when excluded.low < vital_hour.low then excluded.low_reading else vital_hour.low_reading end,
    low = least(excluded.low, vital_hour.low),
    high_reading = case when excluded.high > vital_hour.high then excluded.high_reading else vital_hour.high_reading end,
    high = greatest(excluded.high, vital_hour.high),
    readings = excluded.readings,
    total = excluded.total;
