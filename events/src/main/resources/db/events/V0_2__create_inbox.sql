-- Which events this service has acted on, so that a second delivery does nothing.
create table inbox (
    consumer    text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null default now(),
    constraint inbox_pk primary key (consumer, event_id)
);
create index inbox_received_at_idx on inbox (received_at);
