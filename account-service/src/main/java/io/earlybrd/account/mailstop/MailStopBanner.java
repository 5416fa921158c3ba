package io.earlybrd.account.mailstop;

import io.earlybrd.account.subscriber.MailStop;
import io.earlybrd.account.web.Moments;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What every page says while mail is stopped: what happened, when, what it does to the reader and what to do.
 *
 * @param since the day
 * @param kind class of the notice
 * @param heading the news
 * @param text what happened and what follows from it
 * @param advice what to do before mail is started again; empty if nothing
 */
public record MailStopBanner(String since, String kind, String heading, String text, String advice) {

    private static final String MEANWHILE = " Your alerts keep looking, but nothing is mailed.";

    /** The words for a stop of mail to this address. */
    public static MailStopBanner of(MailStop stop, String email, ZoneId zone, Instant now) {
        String day = Moments.weekdayAndDay(stop.at(), zone, now);
        return switch (stop.reason()) {
            case UNSUBSCRIBED ->
                new MailStopBanner(
                        day,
                        "warn",
                        "Alert mail is stopped",
                        "You stopped all alert mail on " + day + "." + MEANWHILE,
                        "");
            case BOUNCED ->
                new MailStopBanner(
                        day,
                        "bad",
                        "Mail to you came back",
                        "On " + day + " the mail server of " + email + " said that the address takes no mail."
                                + MEANWHILE,
                        "Check that the mailbox exists and is open. If it is gone for good, sign up with another"
                                + " address.");
            case COMPLAINED ->
                new MailStopBanner(
                        day,
                        "bad",
                        "Our mail was marked as spam",
                        "On " + day + " a mail of ours to " + email + " was reported as spam." + MEANWHILE,
                        "If that was a slip, mark it as “not spam” in your mail program first, or the next one lands"
                                + " there too.");
            case OTHER ->
                new MailStopBanner(
                        day,
                        "bad",
                        "Mail to you is stopped",
                        "Mail to " + email + " stopped on " + day + "." + MEANWHILE,
                        "");
        };
    }
}
