package io.earlybrd.account.throttle;

import io.earlybrd.account.token.SecretToken;
import java.time.Duration;
import java.util.Base64;

/**
 * So many times within so long.
 *
 * @param bucket what is counted, of whom; without an address in clear
 * @param times how often
 * @param within in any span of this length
 */
public record Allowance(String bucket, int times, Duration within) {

    /** An allowance of one subject: an IP address, a mail address, or both. */
    public static Allowance of(String what, String subject, int times, Duration within) {
        byte[] hash = new SecretToken(subject).hash();
        return new Allowance(
                what + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash), times, within);
    }
}
