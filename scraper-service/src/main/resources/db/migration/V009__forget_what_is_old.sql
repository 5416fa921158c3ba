-- What is old is found without reading a whole table, and what was forgotten is not mistaken for something new. The tables are
-- locked for a moment for the columns; writes to a table wait while an index on it is built, and crawls simply come later.
alter table source
    add column forgotten_version bigint not null default 0;
comment on column source.forgotten_version is
    'no job that it listed and that is deleted here had a later version: one that comes back under the same id goes on from there';

create index job_closed_at_idx on job (closed_at) where closed_at is not null;
create index detail_never_read_idx on detail (put_off_until) where read_at is null;

-- Who suggested an employer is forgotten with the account.
alter table suggestion
    alter column subscriber_id drop not null;
comment on column suggestion.subscriber_id is 'null once the account is deleted';

create index suggestion_decided_at_idx on suggestion (decided_at) where decided_at is not null;

create table erased_subscriber (
    subscriber_id uuid        not null,
    erased_at     timestamptz not null,
    constraint erased_subscriber_pk primary key (subscriber_id)
);
comment on table erased_subscriber is 'accounts that were deleted a short time ago, of which a suggestion may still be on its way';
