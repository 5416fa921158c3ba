-- Mails on their way. New table: no lock on existing data.
create table mail (
    mail_id       uuid        not null,
    subscriber_id uuid        not null,
    mail_class    text        not null,
    -- Fixed before the first attempt: however often a mail goes over the wire, it is the same mail.
    message_id    text        not null,
    state         text        not null,
    -- Counts the attempts, and fences them: a result is only written by the attempt that holds the lease.
    attempt       int         not null default 0,
    -- Account and billing mails go first.
    priority      smallint    not null generated always as (case mail_class when 'alerts' then 1 else 0 end) stored,
    -- When it may be tried next; while it is being sent, when the sender's lease ends. By the database's clock, which all
    -- instances share.
    due_at        timestamptz not null default clock_timestamp(),
    -- MailRequested of an account or billing mail; emptied once it is done, because its link may be a secret.
    request       jsonb,
    created_at    timestamptz not null,
    finished_at   timestamptz,
    -- Why the last attempt failed or the mail was given up: one word, no text of the other server.
    problem       text,
    constraint mail_pk primary key (mail_id),
    constraint mail_message_id_uq unique (message_id),
    constraint mail_class_ck check (mail_class in ('alerts', 'account', 'billing')),
    constraint mail_state_ck check (state in ('queued', 'sending', 'sent', 'cancelled', 'bounced')),
    constraint mail_request_ck check (mail_class = 'alerts' or state not in ('queued', 'sending') or request is not null)
) with (autovacuum_vacuum_scale_factor = 0.02);
create index mail_open_idx on mail (priority, due_at) where state in ('queued', 'sending');
create index mail_subscriber_id_idx on mail (subscriber_id);
