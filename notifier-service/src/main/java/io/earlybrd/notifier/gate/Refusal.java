package io.earlybrd.notifier.gate;

/** Why a match is not mailed. The word is what the ledger and {@code FateChanged} say. */
public enum Refusal {
    /** No record of the subscriber came in time. */
    SUBSCRIBER_UNKNOWN("subscriber-unknown"),
    /** The account is gone. */
    ERASED("erased"),
    /** The address was not confirmed. */
    NOT_VERIFIED("not-verified"),
    /** The address takes no mail. */
    BOUNCED("bounced"),
    /** Its owner reported a mail as spam. */
    COMPLAINED("complained"),
    /** All alerts were stopped from a mail. */
    UNSUBSCRIBED("unsubscribed"),
    /** Alerts are switched off in the settings. */
    ALERTS_OFF("alerts-off"),
    /** No record of the entitlement came in time. */
    ENTITLEMENT_UNKNOWN("entitlement-unknown"),
    /** The trial or the paid time is over. */
    NOT_ENTITLED("not-entitled"),
    /** No record of the alert came in time. */
    ALERT_UNKNOWN("alert-unknown"),
    /** The alert is gone. */
    ALERT_DELETED("alert-deleted"),
    /** The alert was stopped from a mail. */
    ALERT_STOPPED("alert-stopped"),
    /** The alert is paused. */
    ALERT_PAUSED("alert-paused"),
    /** The company or the job is muted. */
    MUTED("muted"),
    /** The employer took the job down before its mail went. */
    CLOSED("closed");

    private final String word;

    Refusal(String word) {
        this.word = word;
    }

    /** The word for it in the ledger. */
    public String word() {
        return word;
    }
}
