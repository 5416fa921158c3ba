package io.earlybrd.account.mailbox;

import io.earlybrd.account.subscriber.EmailAddress;
import io.earlybrd.account.throttle.Allowance;
import io.earlybrd.account.throttle.Throttle;
import io.earlybrd.account.throttle.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * How many account mails anybody may have sent to an address, whether it is theirs or not, and whatever they ask for: one a minute,
 * three a day. Counted by address, so that one without an account is as much work.
 */
@ApplicationScoped
public class MailAllowance {

    private static final int A_DAY = 3;

    private final Throttle throttle;

    MailAllowance(Throttle throttle) {
        this.throttle = throttle;
    }

    /** Takes one mail to an address; false if that is too many. Must be called within a Panache transaction. */
    public Uni<Boolean> take(EmailAddress address) {
        String key = address.key();
        return throttle.take(
                        Allowance.of("account-mail-minute", key, 1, Duration.ofMinutes(1)),
                        Allowance.of("account-mail-day", key, A_DAY, Duration.ofDays(1)))
                .map(Verdict::allowed);
    }
}
