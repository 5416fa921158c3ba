package io.earlybrd.testkit.stripe;

/** What the account has set for a subscription whose invoice was not paid by the last attempt. */
public enum AfterRetries {
    CANCEL,
    UNPAID,
    LEAVE_PAST_DUE
}
