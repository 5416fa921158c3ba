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
    SESSIONS_ENDED("good", "All other sessions ended.");

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
