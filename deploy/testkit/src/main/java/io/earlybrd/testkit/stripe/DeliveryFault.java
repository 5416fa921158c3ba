package io.earlybrd.testkit.stripe;

/** What can go wrong on the way of an event to an endpoint; each may be switched on and off. */
public enum DeliveryFault {
    /** Each event is sent twice, under its one id. */
    DUPLICATE,
    /** Each change is told by two events with different ids. */
    TWIN_IDS,
    /** Events that occur within a short time are sent in the opposite order. */
    REORDER,
    /** Events are never sent, also not later; they can be listed. */
    DROP
}
