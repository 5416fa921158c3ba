package io.earlybrd.events;

import java.time.Instant;
import java.util.Optional;

/**
 * Which classes of mail a subscriber wants. Account and billing mails that are needed to keep the account are always sent.
 *
 * @param alerts whether any alert may be mailed
 * @param stopSeen {@code suppressedAt} of the newest {@link AddressSuppressed} that account knows of, absent if there was none.
 *     With {@code alerts} true, mail is wanted again in spite of that stop and of all before it, but not of a newer one
 */
public record MailPreferences(boolean alerts, Optional<Instant> stopSeen) {}
