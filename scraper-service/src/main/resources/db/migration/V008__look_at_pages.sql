-- Looks at the pages of open postings that no list shows: what they said, and when the next one is due. A new table, and new
-- columns without a rewrite: source and posting are locked for a moment.
create table look (
    posting_id    text        not null,
    source_id     uuid        not null,
    seen_at       timestamptz not null,
    due_at        timestamptz not null,
    looks         integer     not null default 0,
    open_at       timestamptz,
    gone_since    timestamptz,
    strikes       integer     not null default 0,
    silences      integer     not null default 0,
    ends_at       timestamptz,
    etag          text,
    last_modified text,
    constraint look_pk primary key (posting_id),
    constraint look_posting_id_fk foreign key (posting_id) references posting (job_id) on delete cascade
);
comment on column look.seen_at is 'when a list showed the posting last; if one has shown it since, the row counts for nothing';
comment on column look.looks is 'grows with each look; who read an older number writes nothing';
comment on column look.open_at is 'the last look at which the page was there';
comment on column look.gone_since is 'the first of the looks, without one between them that found it, at which it was not';
comment on column look.strikes is 'such looks an hour apart; two are enough';
comment on column look.silences is 'looks in a row that said nothing';
comment on column look.ends_at is 'end of the job as the page states it';

create index look_source_id_due_at_idx on look (source_id, due_at);

alter table source
    add column looks_due_at timestamptz not null default now() + interval '6 hours',
    add column unseen_until timestamptz,
    add column doubted_at timestamptz,
    add column pages_gone_at timestamptz;
comment on column source.looks_due_at is 'when pages of its postings are looked at next; later while somebody does so';
comment on column source.unseen_until is 'postings that were listed last by then have a row in look';
comment on column source.doubted_at is 'when a whole list was last not believed';
comment on column source.pages_gone_at is 'since when not one of its pages is there, so that nothing is closed by that; null while it is not so';

create index source_looks_due_at_idx on source (looks_due_at);
