package io.earlybrd.notifier.mail;

import io.earlybrd.events.MailRequested;
import io.earlybrd.notifier.gate.Recipient;
import io.earlybrd.notifier.ledger.LedgerEntry;
import io.earlybrd.notifier.mail.alert.MailedMatch;
import java.util.List;

/** A mail that has been let go: it is leased to this instance, and everything that forbids it was looked up in the same transaction. */
sealed interface ReadyMail {

    /** The mail, as it was claimed. */
    QueuedMail mail();

    /** Where it goes. */
    String address();

    /** The entries of the ledger that it delivers. */
    List<LedgerEntry> entries();

    /**
     * A mail with new jobs.
     *
     * @param mail as it was claimed
     * @param recipient who gets it
     * @param matches what is in it; never empty
     */
    record OfAlerts(QueuedMail mail, Recipient recipient, List<MailedMatch> matches) implements ReadyMail {

        @Override
        public String address() {
            return recipient.person().flatMap(Recipient.Person::email).orElseThrow();
        }

        @Override
        public List<LedgerEntry> entries() {
            return matches.stream().map(MailedMatch::entry).toList();
        }
    }

    /**
     * A mail that another service asked for.
     *
     * @param mail as it was claimed
     * @param request what is asked for
     */
    record Requested(QueuedMail mail, MailRequested request) implements ReadyMail {

        @Override
        public String address() {
            return request.to();
        }

        @Override
        public List<LedgerEntry> entries() {
            return List.of();
        }
    }
}
