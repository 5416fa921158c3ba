-- What subscribers want to hear of. Paused while paused_at is set; filters is the JSON of the contract's AlertFilters.
create table alert (
    id            uuid        not null,
    subscriber_id uuid        not null,
    version       bigint      not null,
    name          text        not null,
    query         text        not null,
    filters       text        not null,
    cadence       text        not null,
    paused_at     timestamptz,
    paused_by     text,
    resumed_at    timestamptz,
    query_checked boolean     not null,
    query_problem text,
    created_at    timestamptz not null,
    saved_at      timestamptz not null,
    constraint alert_pk primary key (id),
    constraint alert_subscriber_fk foreign key (subscriber_id) references subscriber (id) on delete cascade,
    constraint alert_filters_check check (filters is json object),
    constraint alert_cadence_check check (cadence in ('instant', 'daily', 'weekly')),
    constraint alert_paused_check check ((paused_at is null) = (paused_by is null)),
    constraint alert_paused_by_check check (paused_by in ('owner', 'mail'))
);
comment on column alert.version is 'grows by one per change; events carry it';
comment on column alert.query_checked is 'false while the matcher has not read the query yet, because it did not answer';
create index alert_subscriber_id_idx on alert (subscriber_id);
create index alert_unchecked_idx on alert (saved_at) where not query_checked;
