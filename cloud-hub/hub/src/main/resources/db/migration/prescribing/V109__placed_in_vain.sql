-- An order of which nothing was heard is looked at again when its prescription runs out; those that lie here are looked
-- at once, and then rest until that day.
update pharmacy_order set next_try_at = now() where state = 'unreachable' and next_try_at is null;
