package io.earlybrd.account.settings;

import io.earlybrd.account.session.Session;
import io.earlybrd.account.session.SignedIn;
import io.earlybrd.account.web.Moments;
import java.time.Instant;
import java.util.UUID;

/** One session, ready to be shown. */
public record SessionRow(UUID id, String agent, boolean current, String facts) {

    static SessionRow of(Session session, SignedIn reader, Instant now) {
        boolean current = session.id().equals(reader.sessionId());
        String zone = " " + reader.zone().getId();
        String since = "since " + Moments.near(session.createdAt(), reader.zone(), now);
        String facts = current
                ? since + zone + ", in use now"
                : since + ", seen " + Moments.near(session.seenAt(), reader.zone(), now) + zone;
        return new SessionRow(session.id(), session.agent(), current, facts);
    }
}
