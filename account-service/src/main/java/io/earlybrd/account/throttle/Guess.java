package io.earlybrd.account.throttle;

import java.time.Duration;

/**
 * An attempt to name the password of an account. Attempts that fail are counted per IP address, and per account from one IP address,
 * so that a stranger who guesses is slowed down while the owner, who comes from elsewhere, is not, nor is an office that logs in.
 *
 * @param account the mail address, in the form that all its spellings share
 * @param ip where it comes from
 */
public record Guess(String account, String ip) {

    private static final Duration WITHIN = Duration.ofMinutes(15);
    private static final int PER_ACCOUNT_AND_IP = 10;
    private static final int PER_IP = 50;

    Allowance perIp() {
        return Allowance.of("login-ip", ip, PER_IP, WITHIN);
    }

    Allowance perAccount() {
        return Allowance.of("login", account + " " + ip, PER_ACCOUNT_AND_IP, WITHIN);
    }
}
