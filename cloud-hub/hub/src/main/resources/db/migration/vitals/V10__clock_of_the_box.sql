-- when the box received it by the hub's clock, where received_at (the box's own word) can't be right
alter table reading add column received_corrected_at timestamptz;
