-- Every event that Stripe sent, once. Only what is needed to ask Stripe for the current state: bodies hold personal data.
create table stripe_event (
    event_id    text        not null,
    type        text        not null,
    customer_id text,
    received_at timestamptz not null,
    due_at      timestamptz not null,
    attempts    integer     not null default 0,
    handled_at  timestamptz,
    outcome     text,
    constraint stripe_event_pk primary key (event_id)
);
comment on column stripe_event.due_at is 'when a worker may take it: now, after a back-off, or after another worker''s time is over';
create index stripe_event_due_at_idx on stripe_event (due_at) where handled_at is null;
create index stripe_event_handled_at_idx on stripe_event (handled_at) where handled_at is not null;
