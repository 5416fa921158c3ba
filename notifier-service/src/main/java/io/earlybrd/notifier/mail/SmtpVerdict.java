package io.earlybrd.notifier.mail;

import io.earlybrd.notifier.mail.SmtpOutcome.Ambiguous;
import io.earlybrd.notifier.mail.SmtpOutcome.Deferred;
import io.earlybrd.notifier.mail.SmtpOutcome.Refused;
import io.earlybrd.notifier.mail.SmtpOutcome.Unreachable;
import io.earlybrd.notifier.smtp.SmtpRefusal;
import io.earlybrd.notifier.smtp.SmtpRefusal.Stage;
import io.earlybrd.notifier.smtp.SmtpUnanswered;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a failed attempt means for the mail and its address, by the code of RFC 5321 and the enhanced code of RFC 3463.
 *
 * <p>Only a refusal of the recipient, or of the mail itself, says something about them. A refusal before that, or a lost
 * connection, is about us: the mail waits, and no address is ever blamed for it.
 */
final class SmtpVerdict {

    /** RFC 2034 puts it first; digits further on in the text are prose, such as an address or the version of a server. */
    private static final Pattern ENHANCED = Pattern.compile("[245]\\.(\\d{1,3})\\.\\d{1,3}(?!\\.?\\d)");

    /** No such mailbox, domain or address, moved away, takes no mail at all, disabled: what no later mail can change. */
    private static final Set<String> DEAD = Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1");

    private static final String MAILBOX_FULL = "5.2.2";
    private static final String MESSAGE_TOO_BIG = "5.3.4";

    /** Our address is refused, in answer to the recipient's. */
    private static final Set<String> BAD_SENDER = Set.of("5.1.7", "5.1.8");

    private static final String FULL = "mailbox-full";
    private static final int TOO_BIG = 552;
    private static final int PERMANENT = 500;

    private SmtpVerdict() {}

    /** What this failure means. */
    static SmtpOutcome of(Throwable failure) {
        if (failure instanceof SmtpRefusal refusal) {
            return of(refusal);
        }
        if (failure instanceof SmtpUnanswered) {
            return new Ambiguous("unanswered");
        }
        return new Unreachable(failure instanceof TimeoutException ? "timeout" : "connection");
    }

    private static SmtpOutcome of(SmtpRefusal refusal) {
        if (refusal.stage() == Stage.SESSION) {
            return new Unreachable("session-refused");
        }
        if (refusal.stage() == Stage.SENDER && refusal.code() != TOO_BIG) {
            return new Unreachable("sender-refused");
        }
        if (refusal.code() < PERMANENT) {
            return new Deferred("deferred");
        }
        Matcher status = ENHANCED.matcher(refusal.text().strip());
        if (status.lookingAt()) {
            return ofStatus(status.group(), status.group(1), refusal.stage());
        }
        // For a recipient 552 means no more than 452: RFC 5321, section 4.5.3.1.10.
        return refusal.stage() == Stage.RECIPIENT && refusal.code() == TOO_BIG
                ? new Deferred(FULL)
                : new Refused("refused", false);
    }

    /**
     * What a permanent refusal means by its subject in RFC 3463. Faults of their system (3), of routing (4), of the protocol (5) and
     * of policy (7) are between servers: repaired by us or by them, and nothing that the subscriber has done. The mail waits for
     * that, counted by its own word.
     */
    private static SmtpOutcome ofStatus(String status, String subject, Stage stage) {
        if (stage == Stage.RECIPIENT && DEAD.contains(status)) {
            return new Refused("no-such-address", true);
        }
        // A mailbox is full until its owner has tidied up: a permanent code for what passes.
        if (status.equals(MAILBOX_FULL)) {
            return new Deferred(FULL);
        }
        if (status.equals(MESSAGE_TOO_BIG)) {
            return new Refused("message-refused", false);
        }
        if (BAD_SENDER.contains(status)) {
            return new Deferred("sender-refused");
        }
        return switch (subject) {
            case "3" -> new Deferred("their-system");
            case "4" -> new Deferred("routing");
            case "5" -> new Deferred("protocol");
            case "6" -> new Refused("message-refused", false);
            case "7" -> new Deferred("policy");
            default -> new Refused("refused", false);
        };
    }
}
