package io.earlybrd.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A fact that one service tells the others. The simple name of the record is its type on the wire. */
public sealed interface Event
        permits JobPosted,
                JobClosed,
                SourceChanged,
                AlertSaved,
                SubscriberChanged,
                EntitlementChanged,
                JobMatched,
                MailRequested,
                FateChanged,
                AddressSuppressed,
                AlertStopped {

    /** The key of its record on the topic: facts with the same key stay in order. */
    @JsonIgnore
    String key();
}
