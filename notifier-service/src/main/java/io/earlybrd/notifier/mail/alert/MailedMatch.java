package io.earlybrd.notifier.mail.alert;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.notifier.ledger.LedgerEntry;
import java.util.List;

/**
 * A match that a mail tells of.
 *
 * @param entry of the ledger
 * @param alerts those of its alerts that want it now; never empty
 */
public record MailedMatch(LedgerEntry entry, List<AlertMatch> alerts) {}
