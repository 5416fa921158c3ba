package io.earlybrd.notifier.mail;

import io.earlybrd.events.MailRequested;
import io.earlybrd.notifier.gate.Gate;
import io.earlybrd.notifier.gate.Recipient;
import io.earlybrd.notifier.gate.Verdict;
import io.earlybrd.notifier.ledger.FateChange;
import io.earlybrd.notifier.ledger.LedgerEntry;
import io.earlybrd.notifier.mail.alert.MailedMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides which claimed mails go, and what becomes of the others. */
final class ReleasePlan {

    static final String NOTHING_LEFT = "nothing-left";
    static final String EXPIRED = "expired";
    static final String ADDRESS_SUPPRESSED = "address-suppressed";
    static final String WAITING = "waiting";

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private final Gate gate;
    private final Instant now;
    private final List<ReadyMail> ready = new ArrayList<>();
    private final List<FateChange> changes = new ArrayList<>();
    private final List<Settlement> settlements = new ArrayList<>();

    ReleasePlan(Gate gate, Instant now) {
        this.gate = gate;
        this.now = now;
    }

    /** Decides on a mail with the matches that it still has to deliver. */
    void decide(QueuedMail mail, List<LedgerEntry> matches, Recipient recipient) {
        List<MailedMatch> passed = new ArrayList<>();
        for (LedgerEntry match : matches) {
            Verdict verdict = gate.decide(recipient, match, now);
            if (verdict instanceof Verdict.Refused refused) {
                changes.add(FateChange.suppressed(match, refused.refusal().word()));
            } else if (verdict instanceof Verdict.Pass pass) {
                passed.add(new MailedMatch(match, pass.alerts()));
            } else {
                settlements.add(Settlement.again(mail, WAITING, LOOK_AGAIN));
                return;
            }
        }
        if (passed.isEmpty()) {
            settlements.add(Settlement.cancelled(mail, NOTHING_LEFT));
        } else {
            ready.add(new ReadyMail.OfAlerts(mail, recipient, passed));
        }
    }

    /** Decides on a mail that another service asked for. */
    void decide(QueuedMail mail, MailRequested request, boolean addressSuppressed) {
        if (addressSuppressed) {
            settlements.add(Settlement.cancelled(mail, ADDRESS_SUPPRESSED));
        } else if (!now.isBefore(request.expiresAt())) {
            settlements.add(Settlement.cancelled(mail, EXPIRED));
        } else {
            ready.add(new ReadyMail.Requested(mail, request));
        }
    }

    /** A mail whose matches are gone, as after an erasure. */
    void cancel(QueuedMail mail) {
        settlements.add(Settlement.cancelled(mail, NOTHING_LEFT));
    }

    List<ReadyMail> ready() {
        return ready;
    }

    List<FateChange> changes() {
        return changes;
    }

    List<Settlement> settlements() {
        return settlements;
    }
}
