-- Who is logged in, and where. Only the SHA-256 of a cookie's value is kept.
create table session (
    id            uuid        not null,
    token_hash    bytea       not null,
    subscriber_id uuid        not null,
    agent         text        not null,
    created_at    timestamptz not null,
    seen_at       timestamptz not null,
    constraint session_pk primary key (id),
    constraint session_token_hash_uq unique (token_hash),
    constraint session_subscriber_fk foreign key (subscriber_id) references subscriber (id) on delete cascade
);
create index session_subscriber_id_idx on session (subscriber_id);
create index session_created_at_idx on session (created_at);
