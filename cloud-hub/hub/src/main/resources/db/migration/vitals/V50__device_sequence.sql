-- the number that a glucose meter counts up; ties a measurement to the meal that was sent for it
alter table reading add column device_sequence int check (device_sequence between 0 and 65535);
create index reading_context on reading (household, device_address, device_sequence)
    where profile = 'glucose_context';
