-- What Stripe told when it was last asked about a subscriber.
create table customer (
    subscriber_id uuid        not null,
    customer_id   text        not null,
    asked         bigint      not null default 0,
    answered      bigint      not null default 0,
    check_at      timestamptz not null,
    watched_until timestamptz,
    constraint customer_pk primary key (subscriber_id),
    constraint customer_customer_id_uq unique (customer_id)
);
comment on column customer.asked is 'number of the newest question to Stripe about this customer';
comment on column customer.answered is 'number of the question whose answer is stored; answers to older questions are dropped';
comment on column customer.check_at is 'when Stripe is asked next though no webhook came';
comment on column customer.watched_until is 'a checkout is open: Stripe is asked often until then';
create index customer_check_at_idx on customer (check_at);

create table subscription (
    subscription_id   text        not null,
    subscriber_id     uuid        not null,
    status            text        not null,
    understood_status text        not null,
    unknown_since     timestamptz,
    plan              text,
    period_ends_at    timestamptz not null,
    ends_at           timestamptz,
    past_due_since    timestamptz,
    constraint subscription_pk primary key (subscription_id)
);
create index subscription_subscriber_id_idx on subscription (subscriber_id);
