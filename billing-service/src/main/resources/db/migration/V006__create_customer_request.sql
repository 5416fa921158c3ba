-- Customers that Stripe was asked to make and whose answer is not stored yet. Its key makes every repetition the same request,
-- so a lost answer leads to no second customer; the address stands here because a repetition must not differ.
create table customer_request (
    subscriber_id   uuid not null,
    idempotency_key uuid not null,
    email           text not null,
    constraint customer_request_pk primary key (subscriber_id)
);
