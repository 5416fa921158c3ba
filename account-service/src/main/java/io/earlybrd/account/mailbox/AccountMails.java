package io.earlybrd.account.mailbox;

import io.earlybrd.account.subscriber.Subscriber;
import io.earlybrd.account.web.Site;
import io.earlybrd.events.MailRequested;
import io.earlybrd.events.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Asks the notifier for mails about an account. All methods must be called within a Panache transaction. */
@ApplicationScoped
public class AccountMails {

    private static final String CLASS = "account";

    private final Outbox outbox;
    private final Site site;
    private final Clock clock;

    AccountMails(Outbox outbox, Site site, Clock clock) {
        this.outbox = outbox;
        this.site = site;
        this.clock = clock;
    }

    /**
     * Asks for a mail with a link.
     *
     * @param path where the link leads on this site
     * @param useful how long the mail is worth sending
     */
    public Uni<Void> request(Subscriber subscriber, String template, String path, Duration useful) {
        return request(subscriber, template, Map.of("link", site.link(path)), useful);
    }

    /**
     * Asks for a mail without a link.
     *
     * @param useful how long the mail is worth sending
     */
    public Uni<Void> request(Subscriber subscriber, String template, Duration useful) {
        return request(subscriber, template, Map.of(), useful);
    }

    /**
     * Asks for a mail with a link that says more.
     *
     * @param says what its template shows besides
     * @param path where the link leads on this site
     * @param useful how long the mail is worth sending
     */
    public Uni<Void> request(
            Subscriber subscriber, String template, Map<String, String> says, String path, Duration useful) {
        Map<String, String> data = new HashMap<>(says);
        data.put("link", site.link(path));
        return request(subscriber, template, data, useful);
    }

    private Uni<Void> request(Subscriber subscriber, String template, Map<String, String> data, Duration useful) {
        Instant now = clock.instant();
        return outbox.append(new MailRequested(
                subscriber.id(),
                CLASS,
                template,
                subscriber.email(),
                subscriber.zone().getId(),
                data,
                now,
                now.plus(useful)));
    }
}
