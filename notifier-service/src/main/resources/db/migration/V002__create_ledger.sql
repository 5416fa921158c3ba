-- Every match and what became of it. New tables: no lock on existing data.
create table job (
    job_id  text   not null,
    version bigint not null,
    -- JobSummary and HopTimes as they came with the match; stored once, however many subscribers the job is for.
    summary jsonb  not null,
    hops    jsonb  not null,
    -- The trace that its first match arrived with, in W3C form; empty where nothing is traced.
    traceparent text not null,
    constraint job_pk primary key (job_id, version)
);

create table ledger (
    subscriber_id uuid        not null,
    job_id        text        not null,
    job_version   bigint      not null,
    -- The alerts that it matched, with versions and reasons.
    alerts        jsonb       not null,
    -- Grows by one per change of the row; an update names the version that it read.
    version       bigint      not null,
    fate          text        not null,
    reason        text,
    -- When a pending match is looked at next.
    due_at        timestamptz not null,
    -- The one mail that carries it; never changes once set.
    mail_id       uuid,
    recorded_at   timestamptz not null,
    changed_at    timestamptz not null,
    -- The promise "never twice": one row, hence one mail, per subscriber and job, however often the match arrives.
    constraint ledger_pk primary key (subscriber_id, job_id),
    constraint ledger_fate_ck check (fate in ('pending', 'sent', 'suppressed', 'bounced'))
);
create index ledger_mail_id_idx on ledger (mail_id) where mail_id is not null;
create index ledger_waiting_idx on ledger (subscriber_id, due_at) where fate = 'pending' and mail_id is null;
create index ledger_recorded_at_idx on ledger (subscriber_id, recorded_at desc);
create index ledger_pending_idx on ledger (recorded_at) where fate = 'pending';

-- Who has a match to be decided on, and when. Its row is the lock under which one dispatcher collects all of a subscriber's
-- matches into one mail. Few, short-lived rows: keep dead ones from piling up.
create table due_subscriber (
    subscriber_id uuid        not null,
    due_at        timestamptz not null,
    constraint due_subscriber_pk primary key (subscriber_id)
) with (autovacuum_vacuum_scale_factor = 0.02);
create index due_subscriber_due_at_idx on due_subscriber (due_at);
