-- What became of each match: a copy of the topic deliveries, newer versions win.
create table ledger_entry (
    subscriber_id uuid        not null,
    job_id        text        not null,
    version       bigint      not null,
    title         text        not null,
    company       text        not null,
    url           text        not null,
    fate          text        not null,
    reason        text,
    until_at      timestamptz,
    matched_at    timestamptz not null,
    changed_at    timestamptz not null,
    constraint ledger_entry_pk primary key (subscriber_id, job_id),
    constraint ledger_entry_subscriber_fk foreign key (subscriber_id) references subscriber (id) on delete cascade
);
create index ledger_entry_matched_at_idx on ledger_entry (subscriber_id, matched_at desc, job_id);

-- The alerts that a match is of, with the reasons as JSON.
create table ledger_match (
    subscriber_id uuid   not null,
    job_id        text   not null,
    alert_id      uuid   not null,
    reasons       text   not null,
    constraint ledger_match_pk primary key (subscriber_id, job_id, alert_id),
    constraint ledger_match_entry_fk foreign key (subscriber_id, job_id)
        references ledger_entry (subscriber_id, job_id) on delete cascade,
    constraint ledger_match_reasons_check check (reasons is json array)
);
create index ledger_match_alert_id_idx on ledger_match (alert_id);
