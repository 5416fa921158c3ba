-- What a mailed link is for: to confirm an address, or to choose a new password. All links so far confirm, as do those that an
-- instance of before creates meanwhile.
alter table verification
    add column purpose text not null default 'confirm',
    add constraint verification_purpose_check check (purpose in ('confirm', 'reset'));
