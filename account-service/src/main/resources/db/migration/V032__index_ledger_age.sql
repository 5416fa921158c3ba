-- Lets entries be deleted by age without reading the whole ledger. Writes to the ledger wait while it is built: a copy of a topic,
-- which catches up by itself.
create index ledger_entry_age_idx on ledger_entry (matched_at);
