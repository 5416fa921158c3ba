-- Whether mail to a subscriber is stopped: by themselves in a mail, by a bounce, or by a complaint. The stop itself holds at the
-- notifier; this is what the pages show, and from where mail is started again. New nullable columns: nothing is rewritten.
alter table subscriber
    add column mail_stopped_at  timestamptz,
    add column mail_stop_reason text,
    add column mail_resumed_at  timestamptz,
    add constraint subscriber_mail_stop_check check ((mail_stopped_at is null) = (mail_stop_reason is null)),
    add constraint subscriber_mail_resumed_check check (mail_resumed_at is null or mail_stopped_at is not null);
comment on column subscriber.mail_stopped_at is
    'when the newest stop became true, by the notifier''s clock; kept after mail is started again, so that an old stop is known as old';
comment on column subscriber.mail_resumed_at is 'when mail was started again after that stop; null while mail is stopped';
