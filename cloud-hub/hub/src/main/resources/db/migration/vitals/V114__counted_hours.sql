-- how many readings an hour had and what they are together, for their mean; counted once they are certain to be seen,
-- 30 s after their acceptance
alter table vital_hour
    add column readings bigint not null default 0,
    add column total numeric not null default 0;
-- the last 90 days are summarised
update vital_hour set readings = counted.readings, total = counted.total
from (
    select patient, kind, date_trunc('hour', shown_at) as starts_at, count(*) as readings, sum(value) as total
    from (
        select reading.patient, streamed.kind, reading.shown_at, (one -> 'quantity' ->> 'value')::numeric as value
        from vital_hour_progress
        cross join (values
            ('HEART_RATE', '8867-4', '{heart_rate}'::text[]),
            ('PULSE_OXIMETER', '59408-5', '{pulse_oximeter_spot,pulse_oximeter_continuous}'::text[])
        ) as streamed (kind, loinc, profiles)
        join reading on reading.profile = any (streamed.profiles)
        cross join jsonb_array_elements(reading.measured) as one
        where reading.patient is not null and one ->> 'loinc' = streamed.loinc
            and reading.shown_at > now() - interval '91 days'
            and reading.accepted_at <= vital_hour_progress.accepted_until - interval '30 seconds'
            and not 'time_unknown' = any (reading.marks)
    ) as seen
    group by patient, kind, date_trunc('hour', shown_at)
) as counted
where vital_hour.patient = counted.patient and vital_hour.kind = counted.kind
    and vital_hour.starts_at = counted.starts_at;
