-- What was last told on the topic entitlements.
create table entitlement (
    subscriber_id uuid        not null,
    version       bigint      not null,
    state         text        not null,
    reason        text        not null,
    until         timestamptz,
    plan          text,
    changed_at    timestamptz not null,
    constraint entitlement_pk primary key (subscriber_id)
);
-- The sweeper looks for permissions that are over.
create index entitlement_until_idx on entitlement (until) where state <> 'ENDED';
