package io.earlybrd.notifier.mail.alert;

/**
 * The jobs of a company that a mail counts instead of showing them.
 *
 * @param words how many of which company: {@code 64 more from Fjordbank}
 * @param link where the subscriber sees them
 */
record MoreView(String words, String link) {}
