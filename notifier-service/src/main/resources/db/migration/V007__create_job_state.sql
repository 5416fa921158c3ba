-- Which jobs are closed, as of the newest version that has arrived. A job without a row is open. New table: no lock on existing data.
create table job_state (
    job_id    text        not null,
    version   bigint      not null,
    -- Null: open at this version. Kept, so that a close of an earlier version that comes late changes nothing.
    closed_at timestamptz,
    -- When it arrived here; decides how long it is kept.
    noted_at  timestamptz not null,
    constraint job_state_pk primary key (job_id)
);
create index job_state_noted_at_idx on job_state (noted_at);
