package io.earlybrd.notifier.mail;

import io.earlybrd.notifier.mail.SmtpOutcome.Ambiguous;
import io.earlybrd.notifier.mail.SmtpOutcome.Deferred;
import io.earlybrd.notifier.mail.SmtpOutcome.Refused;
import io.earlybrd.notifier.mail.SmtpOutcome.Unreachable;
import io.earlybrd.notifier.smtp.SmtpRefusal;
import io.earlybrd.notifier.smtp.SmtpRefusal.Stage;
import io.earlybrd.notifier.smtp.SmtpUnanswered;
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

    private static final Pattern ENHANCED = Pattern.compile("\\b([245])\\.(\\d{1,3})\\.(\\d{1,3})\\b");
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
        return isFullMailbox(refusal) ? new Deferred("mailbox-full") : refused(refusal);
    }

    /**
     * A mailbox is full until its owner has tidied up, and 552 for a recipient means no more than 452 (RFC 5321, section
     * 4.5.3.1.10): permanent codes for what passes.
     */
    private static boolean isFullMailbox(SmtpRefusal refusal) {
        Matcher status = ENHANCED.matcher(refusal.text());
        return status.find()
                ? status.group().equals("5.2.2")
                : refusal.stage() == Stage.RECIPIENT && refusal.code() == TOO_BIG;
    }

    /** Which refusals condemn an address: RFC 3463 subjects 1 (addressing) and 2.1 (mailbox disabled), of the recipient only. */
    private static SmtpOutcome refused(SmtpRefusal refusal) {
        Matcher status = ENHANCED.matcher(refusal.text());
        if (!status.find()) {
            return new Refused("refused", false);
        }
        String subject = status.group(2);
        boolean dead = refusal.stage() == Stage.RECIPIENT
                && (subject.equals("1") || status.group().endsWith(".2.1"));
        if (dead) {
            return new Refused("no-such-address", true);
        }
        return switch (subject) {
            case "3", "6" -> new Refused("message-refused", false);
            case "7" -> new Refused("policy", false);
            default -> new Refused("refused", false);
        };
    }
}
