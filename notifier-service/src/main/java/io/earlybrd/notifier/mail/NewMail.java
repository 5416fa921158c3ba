package io.earlybrd.notifier.mail;

import io.earlybrd.events.MailRequested;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail that is to be queued.
 *
 * @param mailId its id, from which its Message-ID is made
 * @param subscriberId who gets it
 * @param mailClass name of its class
 * @param request what is asked for, of an account or billing mail; an alert mail is made of the ledger's entries
 */
public record NewMail(UUID mailId, UUID subscriberId, String mailClass, Optional<MailRequested> request) {

    /** A mail with the matches of one subscriber. */
    public static NewMail ofAlerts(UUID mailId, UUID subscriberId) {
        return new NewMail(mailId, subscriberId, MailClass.ALERTS.word(), Optional.empty());
    }

    /** A mail that another service asked for. */
    public static NewMail of(UUID mailId, MailRequested request) {
        return new NewMail(mailId, request.subscriberId(), request.mailClass(), Optional.of(request));
    }
}
