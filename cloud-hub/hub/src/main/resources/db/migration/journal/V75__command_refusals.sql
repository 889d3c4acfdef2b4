-- Why a command was refused (a Problem as JSON); null when it was done.
alter table command_log add column refusal text;
