-- Links that confirm an address: single use, for a day. Only their SHA-256 is kept.
create table verification (
    token_hash    bytea       not null,
    subscriber_id uuid        not null,
    password_hash text,
    expires_at    timestamptz not null,
    constraint verification_pk primary key (token_hash),
    constraint verification_subscriber_fk foreign key (subscriber_id) references subscriber (id) on delete cascade
);
comment on column verification.password_hash is
    'the password of the sign-up that this link confirms, so that nobody can plant theirs in an account that another confirms';
create index verification_subscriber_id_idx on verification (subscriber_id);
create index verification_expires_at_idx on verification (expires_at);
