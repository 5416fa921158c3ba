package io.earlybrd.account.signup;

import io.earlybrd.account.subscriber.Subscriber;
import io.earlybrd.account.throttle.Allowance;
import io.earlybrd.account.throttle.Throttle;
import io.earlybrd.account.throttle.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** How many account mails anybody may have sent to an address, whether it is theirs or not: one a minute, three a day. */
@ApplicationScoped
class MailAllowance {

    private static final int A_DAY = 3;

    private final Throttle throttle;

    MailAllowance(Throttle throttle) {
        this.throttle = throttle;
    }

    /** Takes one mail to a subscriber; false if that is too many. Must be called within a Panache transaction. */
    Uni<Boolean> take(Subscriber subscriber) {
        String key = subscriber.id().toString();
        return throttle.take(
                        Allowance.of("account-mail-minute", key, 1, Duration.ofMinutes(1)),
                        Allowance.of("account-mail-day", key, A_DAY, Duration.ofDays(1)))
                .map(Verdict::allowed);
    }
}
