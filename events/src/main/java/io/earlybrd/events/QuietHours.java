package io.earlybrd.events;

/**
 * Hours without instant mail, in the subscriber's zone; they may go over midnight.
 *
 * @param from {@code HH:mm}, first quiet minute
 * @param to {@code HH:mm}, first minute that is not quiet
 */
public record QuietHours(String from, String to) {}
