-- A row that cannot be published is put off and tried again: it waits for its time, and the rows of its key wait behind it, so that
-- their order holds. Rows that were parked by an earlier release are due at once.
-- Locks the table for the time of building two indexes over the rows that wait, which are few; the old indexes serve nobody then.
alter table outbox
    add column attempts integer not null default 0,
    add column retry_at timestamptz;
comment on column outbox.attempts is 'how often it could not be published';
comment on column outbox.retry_at is 'when it is tried again; null: at once';
comment on column outbox.parked_at is 'since when Kafka refuses the row, whatever the state of the broker; null: it does not';

create index outbox_waiting_idx on outbox (topic, key, id) where published_at is null;
create index outbox_waiting_id_idx on outbox (id) where published_at is null;
drop index outbox_unpublished_idx;
drop index outbox_unpublished_id_idx;
