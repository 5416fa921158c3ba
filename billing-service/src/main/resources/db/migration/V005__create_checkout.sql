-- The newest attempt of each subscriber to buy. Its number is part of the idempotency key of the session at Stripe, so that
-- any number of equal requests at once make one session.
create table checkout (
    subscriber_id uuid        not null,
    attempt       bigint      not null,
    plan          text        not null,
    begun_at      timestamptz not null,
    session_id    text,
    abandoned     boolean     not null default false,
    constraint checkout_pk primary key (subscriber_id)
);
comment on column checkout.abandoned is 'the session could not be made or is over; the next request begins another attempt';
