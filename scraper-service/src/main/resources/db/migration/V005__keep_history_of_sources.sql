-- What each source gave day by day, from which follows how often it is asked and what would be odd for it; and what operators
-- were told of it. A new table, and new columns without a rewrite: source is locked for a moment.
create table source_day (
    source_id uuid    not null,
    day       date    not null,
    listed    integer,
    fresh     integer not null,
    -- A claim reads all of them, and finds them side by side in the index.
    constraint source_day_pk primary key (source_id, day) include (listed, fresh),
    constraint source_day_source_id_fk foreign key (source_id) references source (id) on delete cascade
);
comment on table source_day is 'one row a source and day (UTC), for four weeks';
comment on column source_day.listed is 'listings of the last whole list of that day, believed or not; null if there was none';
comment on column source_day.fresh is 'jobs that appeared that day';

alter table source
    add column rest_seconds integer not null default 300,
    add column reported text,
    add column steady integer not null default 0;
comment on column source.rest_seconds is 'how long it rests after a crawl while it fares well; catching up after a standstill is spread over that';
comment on column source.reported is 'the health that operators were told of; null while they believe it healthy';
comment on column source.steady is 'crawls in a row that agreed on whether it is healthy';
