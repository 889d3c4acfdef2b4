-- what expired leaves the list of what waits for a pharmacist; null of a draft
alter table prescription add column valid_until timestamptz;
update prescription set valid_until = (body #>> '{issue,validUntil}')::timestamptz;
