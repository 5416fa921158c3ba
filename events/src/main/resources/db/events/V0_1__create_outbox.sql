-- What this service has to tell the others, written in the transaction of the change and published soon after.
-- Published rows are kept for a day, so that a broker that lost its last seconds can be told again.
create table outbox (
    id            bigint      generated always as identity,
    event_id      uuid        not null,
    topic         text        not null,
    key           text        not null,
    type          text        not null,
    payload       text,
    occurred_at   timestamptz not null,
    traceparent   text        not null,
    created_at    timestamptz not null default now(),
    published_at  timestamptz,
    parked_at     timestamptz,
    parked_reason text,
    constraint outbox_pk primary key (id)
);
comment on column outbox.payload is 'JSON of the event; null: a tombstone';
comment on column outbox.parked_at is 'when Kafka refused the row for good; it waits for a person and stops no other row';

create index outbox_unpublished_idx on outbox (topic, key, id) where published_at is null and parked_at is null;
create index outbox_unpublished_id_idx on outbox (id) where published_at is null and parked_at is null;
create index outbox_published_at_idx on outbox (published_at) where published_at is not null;

create function outbox_notify() returns trigger language plpgsql as $$
begin
    notify outbox;
    return null;
end
$$;

create trigger outbox_notify after insert on outbox for each statement execute function outbox_notify();
