-- Who can have an entitlement, and the one trial that each is given. A read model of the topic subscribers, by version.
-- An erased subscriber keeps a row without personal data, so that a replay does not bring them back.
create table subscriber (
    subscriber_id    uuid        not null,
    version          bigint      not null,
    email            text,
    trial_started_at timestamptz,
    trial_ends_at    timestamptz,
    erased_at        timestamptz,
    constraint subscriber_pk primary key (subscriber_id),
    constraint subscriber_trial_whole check ((trial_started_at is null) = (trial_ends_at is null)),
    constraint subscriber_erased_is_nobody check (erased_at is null or email is null)
);
comment on column subscriber.version is 'of the last SubscriberChanged that was applied; 0: known by a call only';
