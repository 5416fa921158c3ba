-- The boards and feeds that are polled: what they are, when they are due, who crawls them now, and how they fare.
-- New table: takes no lock on existing data.
create table source (
    id              uuid        not null,
    provider        text        not null,
    board           text        not null,
    company         text,
    host            text        not null,
    created_at      timestamptz not null,
    due_at          timestamptz not null,
    leased_until    timestamptz,
    fence           bigint      not null default 0,
    etag            text,
    last_modified   text,
    health          text        not null default 'new',
    failures        integer     not null default 0,
    last_crawl_at   timestamptz,
    last_success_at timestamptz,
    baseline_at     timestamptz,
    last_yield      integer     not null default 0,
    open_jobs       integer     not null default 0,
    version         bigint      not null default 1,
    told_at         timestamptz not null,
    constraint source_pk primary key (id),
    constraint source_provider_board_uq unique (provider, board),
    constraint source_health_ck check (health in ('new', 'healthy', 'degraded', 'blocked', 'gone'))
);
comment on column source.id is 'hash of provider and board';
comment on column source.host is 'where its requests go; claims leave out hosts that are at their limit';
comment on column source.leased_until is 'by the clock of this database, since the clocks of instances may differ';
comment on column source.fence is 'grows with each claim; whoever holds an older number may write nothing';
comment on column source.baseline_at is 'end of the first crawl that read the whole list; what was found until then was there before us';
comment on column source.version is 'of the last SourceChanged; told_at is its time';

create index source_due_at_idx on source (due_at);
