package io.earlybrd.notifier.mail;

import io.earlybrd.events.MailRequested;
import io.earlybrd.notifier.gate.Gate;
import io.earlybrd.notifier.gate.Recipient;
import io.earlybrd.notifier.gate.Refusal;
import io.earlybrd.notifier.gate.Verdict;
import io.earlybrd.notifier.ledger.FateChange;
import io.earlybrd.notifier.ledger.LedgerEntry;
import io.earlybrd.notifier.mail.alert.MailedMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /**
     * Decides on a mail with the matches that it still has to deliver. It goes whole, as soon as one of them may: no match ever
     * changes into another mail. So it waits only while all of them have to, and nothing that its recipient wants to be spared by
     * night is sent then, however long before that it was put together. What could wait does not go with it if its job is closed.
     */
    void decide(QueuedMail mail, List<LedgerEntry> matches, Recipient recipient) {
        List<MailedMatch> carried = new ArrayList<>();
        List<Verdict.Later> later = new ArrayList<>();
        for (LedgerEntry match : matches) {
            Verdict verdict = gate.decide(recipient, match, now);
            if (verdict instanceof Verdict.Refused refused) {
                changes.add(FateChange.suppressed(match, refused.refusal().word()));
            } else if (verdict instanceof Verdict.Pass pass) {
                carried.add(new MailedMatch(match, pass.alerts()));
            } else if (verdict instanceof Verdict.Later wait) {
                carried.add(new MailedMatch(match, wait.alerts()));
                later.add(wait);
            } else {
                settlements.add(Settlement.again(mail, WAITING, LOOK_AGAIN));
                return;
            }
        }
        if (carried.isEmpty()) {
            settlements.add(Settlement.cancelled(mail, NOTHING_LEFT));
        } else if (later.size() == carried.size()) {
            hold(mail, carried, Collections.min(later, Comparator.comparing(Verdict.Later::at)));
        } else {
            go(mail, carried, recipient);
        }
    }

    private void go(QueuedMail mail, List<MailedMatch> matches, Recipient recipient) {
        Map<Boolean, List<MailedMatch>> closed = matches.stream()
                .collect(Collectors.partitioningBy(match -> match.entry().jobClosed()));
        closed.get(true).forEach(match -> changes.add(FateChange.suppressed(match.entry(), Refusal.CLOSED.word())));
        ready.add(new ReadyMail.OfAlerts(mail, recipient, closed.get(false)));
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

    private void hold(QueuedMail mail, List<MailedMatch> matches, Verdict.Later until) {
        settlements.add(Settlement.held(mail, until.why().word(), now, until.at()));
        matches.forEach(match -> changes.add(FateChange.pending(match.entry(), until.why(), until.at())));
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
