-- Who must not be mailed. Written by this service alone and read in the transaction that lets a mail go, so silence holds though
-- Kafka and account are down. New tables: no lock on existing data.

-- One alert, stopped from a mail. It holds until the alert is resumed later than this.
create table alert_stop (
    alert_id      uuid        not null,
    subscriber_id uuid        not null,
    stopped_at    timestamptz not null,
    constraint alert_stop_pk primary key (alert_id)
);
create index alert_stop_subscriber_id_idx on alert_stop (subscriber_id);

-- All alerts of a subscriber, stopped from a mail.
create table opt_out (
    subscriber_id uuid        not null,
    opted_out_at  timestamptz not null,
    -- True once account has said that alerts are off; only after that does "on" mean that they are wanted again.
    acknowledged  boolean     not null default false,
    constraint opt_out_pk primary key (subscriber_id)
);

-- Addresses that take no mail, by keyed hash: it outlives the account, so it must not tell the address.
create table suppressed_address (
    address_hash  text        not null,
    reason        text        not null,
    suppressed_at timestamptz not null,
    constraint suppressed_address_pk primary key (address_hash)
);
