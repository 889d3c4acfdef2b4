-- When the hub last heard of a box, to half a minute; null before the first time.
alter table box_key add column seen_at timestamptz;
