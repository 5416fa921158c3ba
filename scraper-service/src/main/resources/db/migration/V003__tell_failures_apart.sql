-- Failures of one kind in a row, so that two time-outs and one 404 are not taken for three 404s; and when the list was read
-- whole last. New columns without a rewrite: the table is locked for a moment.
alter table source
    add column failed_as text,
    add column failures_alike integer not null default 0,
    add column listed_at timestamptz;
comment on column source.failures is 'crawls in a row that gave no list';
comment on column source.failed_as is 'outcome of the last of these crawls';
comment on column source.failures_alike is 'how many of them, the last ones, had that outcome';
comment on column source.listed_at is 'end of the last crawl that read the whole list, which is what the validators are of';
