-- Details of listings that have them at an address of their own: what was read, and what is not to be asked for yet.
-- New table: takes no lock on existing data.
create table detail (
    source_id       uuid        not null,
    external_id     text        not null,
    first_listed_at timestamptz not null,
    revision        text,
    read_at         timestamptz,
    put_off_until   timestamptz,
    constraint detail_pk primary key (source_id, external_id),
    constraint detail_source_id_fk foreign key (source_id) references source (id) on delete cascade
);
comment on column detail.first_listed_at is 'when they were first read or asked for in vain';
comment on column detail.revision is 'hash of what the list showed when they were read; null if they never were';
comment on column detail.put_off_until is 'they were asked for in vain, and are not before then';

-- One real opening, of which there may be several postings: copies in other cities, on other sources, by agencies.
-- New table: takes no lock on existing data.
create table job (
    job_id        text        not null,
    source        text        not null,
    title         bigint      not null,
    kin           bigint,
    copy          bigint,
    simhash       bigint      not null,
    words         integer     not null,
    lead          text        not null,
    version       bigint      not null,
    backfill      boolean     not null,
    posted_at     timestamptz,
    first_seen_at timestamptz not null,
    closed_at     timestamptz,
    reposts       integer     not null default 0,
    told          text,
    constraint job_pk primary key (job_id),
    constraint job_kin_copy_backfill_uq unique (kin, copy, backfill) deferrable
);
comment on column job.job_id is 'that of its first posting';
comment on column job.source is 'name of the source that listed it first';
comment on column job.title is 'hash of the title without case, punctuation and place';
comment on column job.kin is 'hash of company and title: only among kin texts that are nearly alike are copies. Null: takes no further postings';
comment on column job.copy is 'hash of title and text. Null: the text is too short to know a copy by it';
comment on column job.simhash is 'of the text: few bits differ where few words do';
comment on column job.lead is 'the posting whose content is told';
comment on column job.version is 'of the last event';
comment on column job.reposts is 'how often it came back after it had gone, or under another id';
comment on column job.told is 'the last JobPosted while the job is open: what may be told again when a copy goes, though nobody reads the others then';

create index job_copy_idx on job (copy);

-- Which job a posting is of, and what its job takes from it. Columns without a default: the table is locked for a moment, and
-- nothing is rewritten. The version before goes on writing rows without them; such a row gets its job when its source is read
-- next, with the id that it was told under. So nothing has to be copied here.
alter table posting
    add column folded_into text,
    add column own boolean,
    add column shown jsonb,
    add column position integer;
comment on column posting.job_id is 'hash of provider, board and external_id: the id of the posting, and of the job that it was the first of';
comment on column posting.folded_into is 'the job that it is of; null: written by the version before, its job is made when it is read next';
comment on column posting.own is 'whether the source is the board of the employer';
comment on column posting.shown is 'what its job may take from it: title, company, places, address, attribution';
comment on column posting.position is 'in the list that it was seen in first';

create index posting_folded_into_idx on posting (folded_into);
alter table posting add constraint posting_folded_into_fk foreign key (folded_into) references job (job_id) not valid;
