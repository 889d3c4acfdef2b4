-- one device, several people: each has a user slot of it; null = whoever uses it
alter table wearable add column device_user smallint check (device_user between 0 and 254);
alter table wearable drop constraint wearable_pkey;
alter table wearable add constraint wearable_slot unique nulls not distinct (household, address, device_user);
