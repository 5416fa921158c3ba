-- What admins did and what came of it: two rows, so that neither is ever changed. New tables: nothing is locked.
create table admin_act (
    id       uuid        not null,
    at       timestamptz not null,
    admin_id uuid        not null,
    act      text        not null,
    subject  text        not null,
    constraint admin_act_pk primary key (id)
);
comment on column admin_act.admin_id is 'a subscriber; without a foreign key, since acts outlive accounts';

create table admin_outcome (
    act_id  uuid        not null,
    at      timestamptz not null,
    outcome text        not null,
    constraint admin_outcome_pk primary key (act_id),
    constraint admin_outcome_act_id_fk foreign key (act_id) references admin_act (id)
);

create function refuse_to_change_the_log() returns trigger language plpgsql as
$$ begin raise exception 'what admins did is written once'; end $$;

create trigger admin_act_is_written_once
    before update or delete or truncate on admin_act for each statement execute function refuse_to_change_the_log();
create trigger admin_outcome_is_written_once
    before update or delete or truncate on admin_outcome for each statement execute function refuse_to_change_the_log();
