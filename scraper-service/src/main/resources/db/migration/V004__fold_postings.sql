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
