package io.earlybrd.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A mail about the account or its billing is due. Topic {@code mail-requests}, key {@code subscriberId}, owners account and
 * billing. The notifier sends it once per event id, at once, whatever the alerts' schedule says.
 *
 * <p>Templates and their data: {@code verify-address} (link), {@code already-registered} (link), {@code reset-password} (link),
 * {@code password-changed} (none), {@code suggestion-accepted} (link, employer), {@code suggestion-rejected} (link, employer, reason),
 * {@code trial-ending} (link, endsAt), {@code payment-failed} (link).
 *
 * @param subscriberId the subscriber
 * @param mailClass {@code account} or {@code billing}
 * @param template name of the template
 * @param to the address, since it may not be confirmed yet
 * @param zone IANA zone of the times in it
 * @param data what the template shows; every link is absolute
 * @param requestedAt when this became true
 * @param expiresAt not sent after this instant, when its link would be dead
 */
public record MailRequested(
        UUID subscriberId,
        String mailClass,
        String template,
        String to,
        String zone,
        Map<String, String> data,
        Instant requestedAt,
        Instant expiresAt)
        implements Event {

    public MailRequested {
        data = Map.copyOf(data);
    }

    @Override
    public String key() {
        return subscriberId.toString();
    }

    /** Without the address and the data, which may hold a secret link. */
    @Override
    public String toString() {
        return "MailRequested[subscriberId=" + subscriberId + ", template=" + template + "]";
    }
}
