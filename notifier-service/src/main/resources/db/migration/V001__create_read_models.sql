-- What other services say about subscribers, as of the newest version that has arrived. New tables: no lock on existing data.
-- A tombstone leaves a row that holds nothing but its id: "deleted" must not look like "not arrived yet", and a late older
-- record must not bring the person back.
create table subscriber (
    subscriber_id  uuid     not null,
    version        bigint   not null,
    erased         boolean  not null default false,
    email          text,
    -- Keyed hash of the address, as suppressed_address has it.
    address_hash   text,
    verified       boolean  not null default false,
    zone           text,
    digest_hour    smallint,
    digest_weekday smallint,
    wants_alerts   boolean  not null default true,
    constraint subscriber_pk primary key (subscriber_id),
    constraint subscriber_known_ck check (erased or (email is not null and address_hash is not null and zone is not null))
);

create table alert (
    alert_id      uuid    not null,
    version       bigint  not null,
    deleted       boolean not null default false,
    subscriber_id uuid,
    name          text,
    cadence       text,
    paused        boolean not null default false,
    resumed_at    timestamptz,
    mutes         jsonb   not null default '[]',
    constraint alert_pk primary key (alert_id),
    constraint alert_known_ck check (deleted or (subscriber_id is not null and name is not null and cadence is not null))
);
create index alert_subscriber_id_idx on alert (subscriber_id);

create table entitlement (
    subscriber_id uuid    not null,
    version       bigint  not null,
    allowed       boolean not null,
    state         text    not null,
    -- Compared with the local clock at send time: the end holds though billing is down.
    until         timestamptz,
    plan          text,
    constraint entitlement_pk primary key (subscriber_id)
);
