-- The household was asked whose a reading of nobody is, and said: none of ours.
alter table reading add column declined_at timestamptz;
