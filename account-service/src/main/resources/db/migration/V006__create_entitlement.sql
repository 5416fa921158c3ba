-- What billing last said of a subscriber: a copy of the topic entitlements, newer versions win.
create table entitlement (
    subscriber_id uuid        not null,
    version       bigint      not null,
    allowed       boolean     not null,
    state         text        not null,
    until_at      timestamptz,
    plan          text,
    reason        text        not null,
    constraint entitlement_pk primary key (subscriber_id)
);
