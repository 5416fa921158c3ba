-- How often something was done lately. A bucket names what, and of whom as a hash.
create table throttle (
    bucket     text          not null,
    hits       timestamptz[] not null,
    expires_at timestamptz   not null,
    constraint throttle_pk primary key (bucket)
);
create index throttle_expires_at_idx on throttle (expires_at);
