package io.earlybrd.notifier.mail;

/** How an attempt to hand a mail over has ended. The problem is one word, for the ledger and the metrics. */
sealed interface SmtpOutcome {

    /** What went wrong; empty if nothing did. */
    String problem();

    /** The server has taken it. */
    record Accepted() implements SmtpOutcome {

        @Override
        public String problem() {
            return "";
        }
    }

    /** The server asked to try this mail again later. */
    record Deferred(String problem) implements SmtpOutcome {}

    /** The server was sent the whole mail and did not say whether it took it: the next attempt may double it. */
    record Ambiguous(String problem) implements SmtpOutcome {}

    /** The server could not be reached, or did not want to talk; nothing is said about this mail. */
    record Unreachable(String problem) implements SmtpOutcome {}

    /**
     * The server refused it for good.
     *
     * @param problem why
     * @param addressDead whether the address itself takes no mail, so that no other mail should be tried
     */
    record Refused(String problem, boolean addressDead) implements SmtpOutcome {}
}
