-- The form that an alert was created by, so that one sent twice makes one alert. Null for alerts from before, and a new nullable
-- column: nothing is rewritten.
alter table alert add column form_id uuid;
