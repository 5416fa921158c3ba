package io.earlybrd.notifier.mail;

/**
 * An attempt that has ended.
 *
 * @param mail what was sent
 * @param outcome how it ended
 */
record Attempt(ReadyMail mail, SmtpOutcome outcome) {}
