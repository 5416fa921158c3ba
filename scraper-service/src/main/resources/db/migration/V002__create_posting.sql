-- Every listing that was ever seen, and what was published of it last. The text itself is kept by the readers of the topic.
-- New table: takes no lock on existing data.
create table posting (
    job_id        text        not null,
    source_id     uuid        not null,
    external_id   text        not null,
    content_hash  text        not null,
    version       bigint      not null,
    backfill      boolean     not null,
    posted_at     timestamptz,
    first_seen_at timestamptz not null,
    last_seen_at  timestamptz not null,
    closed_at     timestamptz,
    constraint posting_pk primary key (job_id),
    constraint posting_source_id_external_id_uq unique (source_id, external_id),
    constraint posting_source_id_fk foreign key (source_id) references source (id)
);
comment on column posting.job_id is 'hash of provider, board and external_id';
comment on column posting.content_hash is 'SHA-256 of what subscribers can see; decides whether a listing has changed';
comment on column posting.version is 'of the last event about this job';
comment on column posting.first_seen_at is 'never changes';
comment on column posting.last_seen_at is 'at most an hour behind while the listing is there';

create index posting_source_id_open_idx on posting (source_id, last_seen_at) where closed_at is null;
