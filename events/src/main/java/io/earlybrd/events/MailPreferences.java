package io.earlybrd.events;

/**
 * Which classes of mail a subscriber wants. Account and billing mails that are needed to keep the account are always sent.
 *
 * @param alerts whether any alert may be mailed
 */
public record MailPreferences(boolean alerts) {}
