package io.earlybrd.account.signup;

import io.earlybrd.account.subscriber.Subscriber;
import io.earlybrd.events.MailRequested;
import java.time.Instant;
import java.util.Map;

/** Requests for mails about the account. */
final class AccountMail {

    private static final String CLASS = "account";

    private AccountMail() {}

    static MailRequested of(
            Subscriber subscriber, String template, Map<String, String> data, Instant now, Instant expiresAt) {
        return new MailRequested(
                subscriber.id(),
                CLASS,
                template,
                subscriber.email(),
                subscriber.zone().getId(),
                data,
                now,
                expiresAt);
    }
}
