-- What lifts a stop names that stop by its time, so nothing has to be noted on the way.
alter table opt_out drop column acknowledged;
