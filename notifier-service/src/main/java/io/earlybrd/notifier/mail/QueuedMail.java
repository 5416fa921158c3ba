package io.earlybrd.notifier.mail;

import io.earlybrd.events.MailRequested;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail of the queue, as it was claimed for an attempt.
 *
 * @param mailId its id
 * @param subscriberId who gets it
 * @param mailClass name of its class
 * @param messageId the same for every attempt
 * @param attempt number of this attempt, from 1; a result is only written while it is the current one
 * @param request what is asked for, of an account or billing mail
 * @param createdAt when it was queued
 */
public record QueuedMail(
        UUID mailId,
        UUID subscriberId,
        String mailClass,
        String messageId,
        int attempt,
        Optional<MailRequested> request,
        Instant createdAt) {

    boolean isOfAlerts() {
        return mailClass.equals(MailClass.ALERTS.word());
    }
}
