-- Hours in which a subscriber wants no instant mail, by the clock of their zone, and until when they held a mail. New columns without
-- a default and a check that reads no existing row: each lock is held for a moment only.
alter table subscriber
    add column quiet_from time,
    add column quiet_to   time,
    add constraint subscriber_quiet_ck check ((quiet_from is null) = (quiet_to is null)) not valid;

-- The pauses between attempts count from then on: it was no server that let the mail wait.
alter table mail add column held_until timestamptz;
