package io.earlybrd.account.web;

import java.util.Locale;

/**
 * What a page says after something was done on the page before. Its name travels in the address, so that a reload says it again.
 */
public enum Notice {
    NONE("", ""),
    CONFIRMED("good", "Your address is confirmed. Alerts are mailed from now on."),
    PASSWORD_CHANGED("good", "Your password is changed, and all sessions ended. Log in with the new one."),
    MAIL_SENT("good", "We sent the mail again. Its link works for 24 hours; older links do too, until one is used."),
    MAIL_SENT_BEFORE(
            "warn", "No further mail was sent: we send one a minute and three a day at most. Look for the last one."),
    MAIL_STARTED("good", "Alert mail started again. It holds for every job that we find from now on."),
    ALERT_SAVED("good", "Alert saved. It holds for every job that we find from now on."),
    ALERT_SAVED_UNCHECKED(
            "warn",
            "Alert saved. The words could not be checked just now; we do that as soon as possible, and say so here if"
                    + " something is wrong with them."),
    ALERT_PAUSED("good", "Alert paused. It sends nothing until you start it again."),
    ALERT_RESUMED("good", "Alert started again. It holds for every job that we find from now on."),
    ALERT_DELETED("good", "Alert deleted. It sends nothing any more."),
    SETTINGS_SAVED("good", "Saved. The new times hold from the next mail on."),
    SESSION_ENDED("good", "Session ended. That browser has to log in again."),
    SESSIONS_ENDED("good", "All other sessions ended."),
    SUGGESTION_SENT("good", "Suggestion sent. Somebody looks at it; the answer appears below."),
    SUGGESTION_WATCHED("good", "We watch this employer already: their jobs are in what your alerts look at."),
    SUGGESTION_OF_NO_USE("warn", "We looked at once, and cannot watch this address. The reason stands below."),
    SUGGESTION_NOT_SENT("bad", "We could not take your suggestion just now. Nothing was sent; try again in a minute."),
    SOURCE_ADDED("good", "Source added. It is read for the first time now; that sends no mail."),
    SOURCE_POLLED("good", "Source is due now. It is read within seconds, unless its host asked us to wait."),
    SOURCE_ON("good", "Source switched on. It is read again from now on."),
    SOURCE_OFF("good", "Source switched off. It is not read any more; its jobs stay as they are."),
    CATALOGUE_IMPORTED(
            "good", "Catalogue imported. What is new is listed below, and what is polled is read within the hour."),
    SUGGESTION_ACCEPTED(
            "good", "Suggestion accepted. The source is read from now on, and who suggested it hears of it."),
    SUGGESTION_REJECTED("good", "Suggestion rejected. Who sent it hears the reason."),
    SCRAPER_SILENT(
            "bad", "The scraper does not answer. Nothing was changed, as far as we know; the log says what was tried.");

    private final String kind;
    private final String text;

    Notice(String kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    /** The notice of a name, which may be null or anything else that stands in an address. */
    public static Notice named(String name) {
        for (Notice notice : values()) {
            if (notice.word().equals(name)) {
                return notice;
            }
        }
        return NONE;
    }

    /** Its name in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether there is something to say. */
    public boolean shown() {
        return this != NONE;
    }

    /** Class of the notice. */
    public String kind() {
        return kind;
    }

    /** What to say. */
    public String text() {
        return text;
    }
}
