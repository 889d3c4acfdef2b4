-- Old commands are forgotten in small batches.
create index command_log_by_time on command_log (at);
