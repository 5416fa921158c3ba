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
 * @param heldUntil until when its recipient last wanted it to wait
 */
public record QueuedMail(
        UUID mailId,
        UUID subscriberId,
        String mailClass,
        String messageId,
        int attempt,
        Optional<MailRequested> request,
        Instant createdAt,
        Optional<Instant> heldUntil) {

    /** Since when servers could have had it: pauses between attempts grow from then on. */
    Instant offeredAt() {
        return heldUntil.filter(createdAt::isBefore).orElse(createdAt);
    }

    boolean isOfAlerts() {
        return mailClass.equals(MailClass.ALERTS.word());
    }
}
