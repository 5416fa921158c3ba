-- When the matcher was last asked about a query in vain, so that one that fails each time does not keep others from being asked.
-- A new nullable column: nothing is rewritten.
alter table alert add column query_asked_at timestamptz;
-- What is wrong with an alert is a whole sentence from now on, since there is more than one thing that can be.
update alert
   set query_problem = 'The job words cannot be read, so this alert finds nothing. ' || query_problem
 where query_problem is not null;
