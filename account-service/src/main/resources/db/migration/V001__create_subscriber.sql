-- People with an account. An address belongs to one account, however it is spelled: email_key is its lower case.
create table subscriber (
    id             uuid        not null,
    email          text        not null,
    email_key      text        not null,
    password_hash  text        not null,
    zone           text        not null,
    digest_hour    integer     not null default 9,
    digest_weekday integer     not null default 1,
    quiet_from     time,
    quiet_to       time,
    verified_at    timestamptz,
    version        bigint      not null default 1,
    created_at     timestamptz not null,
    constraint subscriber_pk primary key (id),
    constraint subscriber_email_key_uq unique (email_key),
    constraint subscriber_digest_hour_check check (digest_hour between 0 and 23),
    constraint subscriber_digest_weekday_check check (digest_weekday between 1 and 7),
    constraint subscriber_quiet_check check ((quiet_from is null) = (quiet_to is null))
);
comment on column subscriber.version is 'grows by one per change; events carry it';
