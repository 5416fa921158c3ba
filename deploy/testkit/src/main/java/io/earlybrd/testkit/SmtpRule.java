package io.earlybrd.testkit;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** When the server reacts in which way: at a stage, for some recipients, as often as told. */
public final class SmtpRule {

    private final SmtpStage stage;
    private final Predicate<Collection<String>> recipients;
    private final AtomicLong left;
    private final SmtpReaction reaction;

    private SmtpRule(SmtpStage stage, Predicate<Collection<String>> recipients, long times, SmtpReaction reaction) {
        this.stage = stage;
        this.recipients = recipients;
        this.left = new AtomicLong(times);
        this.reaction = reaction;
    }

    /** Always at this stage. */
    public static SmtpRule at(SmtpStage stage, SmtpReaction reaction) {
        return new SmtpRule(stage, any -> true, Long.MAX_VALUE, reaction);
    }

    /** The same for one recipient only, at the stages that know the recipient: RCPT, DATA and CONTENT. */
    public SmtpRule forRecipient(String address) {
        return forRecipients(address::equalsIgnoreCase);
    }

    /** The same where one of the recipients is such. */
    public SmtpRule forRecipients(Predicate<String> such) {
        return new SmtpRule(stage, all -> all.stream().anyMatch(such), left.get(), reaction);
    }

    /** The same, but only for the first times that it applies. */
    public SmtpRule times(long times) {
        return new SmtpRule(stage, recipients, times, reaction);
    }

    SmtpReaction reaction() {
        return reaction;
    }

    /** Whether it applies now; an application is used up by asking. */
    boolean applies(SmtpStage now, Collection<String> envelope) {
        return stage == now && recipients.test(envelope) && left.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0;
    }
}
