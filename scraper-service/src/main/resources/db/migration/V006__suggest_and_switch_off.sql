-- Sources that are switched off, and employers that subscribers suggested. A new column without a rewrite (the table is locked
-- for a moment) and a new table.
alter table source
    add column disabled_at timestamptz;
comment on column source.disabled_at is 'since when it is not polled any more; null while it is';

create table suggestion (
    id            uuid        not null,
    subscriber_id uuid        not null,
    url           text        not null,
    host          text        not null,
    provider      text,
    board         text,
    company       text,
    state         text        not null default 'waiting',
    reason        text,
    created_at    timestamptz not null,
    decided_at    timestamptz,
    constraint suggestion_pk primary key (id),
    constraint suggestion_state_ck check (state in ('waiting', 'accepted', 'rejected')),
    constraint suggestion_board_ck check ((provider is null) = (board is null)),
    constraint suggestion_decided_ck check ((state = 'waiting') = (decided_at is null))
);
comment on column suggestion.host is 'of the address; how often we look at one is counted by it';
comment on column suggestion.provider is 'found at the address; null while nobody could tell';
comment on column suggestion.reason is 'a sentence for who suggested it';

create index suggestion_subscriber_id_idx on suggestion (subscriber_id, created_at);
create index suggestion_waiting_idx on suggestion (created_at) where state = 'waiting';
