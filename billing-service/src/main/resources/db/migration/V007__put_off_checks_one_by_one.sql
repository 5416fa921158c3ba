alter table customer
    add column failures      integer not null default 0,
    add column overdue_since timestamptz,
    add column due_question  bigint  not null default 0;
comment on column customer.failures is 'checks that failed since Stripe last answered';
comment on column customer.overdue_since is 'when the first of them failed';
comment on column customer.due_question is 'an answer to an earlier question does not put off the next check';
-- The age of the oldest check that is overdue.
create index customer_overdue_idx on customer (coalesce(overdue_since, check_at));
