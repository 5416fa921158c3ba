-- Which instance may ask which host, and until when a host is to be left alone, so that several instances ask no host more often than
-- one would. New table: takes no lock on existing data. Rows come with the claims of sources.
create table host (
    name        text        not null,
    holder      uuid,
    held_until  timestamptz not null default '-infinity',
    rests_until timestamptz not null default '-infinity',
    constraint host_pk primary key (name)
)
-- A row changes with every claim; in its page is room for its next version, which the index then need not know.
with (fillfactor = 70);
comment on column host.holder is 'the instance that asked it last';
comment on column host.held_until is 'until then nobody else asks it; by the clock of this database, since those of instances may differ';
comment on column host.rests_until is 'until then it asked to be left alone; by the clock of this database too';
