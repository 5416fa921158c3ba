package io.earlybrd.account.ledger;

import io.earlybrd.account.session.CurrentSubscriber;
import io.earlybrd.account.session.SignedIn;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The ledger: every job that matched, newest first, and what became of it. */
@Path("/ledger")
@Cancellable(false)
@Authenticated
@Produces(MediaType.TEXT_HTML)
class LedgerResource {

    private static final int PER_PAGE = 50;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                List<LedgerDay> days, CompanyFilter filter, String zone, String older, boolean first);
    }

    private final LedgerReader ledger;
    private final CurrentSubscriber current;
    private final Clock clock;

    LedgerResource(LedgerReader ledger, CurrentSubscriber current, Clock clock) {
        this.ledger = ledger;
        this.current = current;
        this.clock = clock;
    }

    /** One page, before an instant and of some companies, if either is given. */
    @GET
    @WithSession
    public Uni<TemplateInstance> list(@RestQuery String before, @RestQuery List<String> company) {
        SignedIn reader = current.get();
        Instant end = instant(before);
        CompanyFilter filter = CompanyFilter.of(company);
        return ledger.newest(reader.subscriberId(), filter, end, PER_PAGE + 1).chain(found -> {
            List<LedgerEntry> entries = found.stream().limit(PER_PAGE).toList();
            String older = found.size() > PER_PAGE
                    ? "/ledger?before=" + entries.get(PER_PAGE - 1).matchedAt() + filter.query()
                    : "";
            return ledger.matchesOf(
                            reader.subscriberId(),
                            entries.stream().map(LedgerEntry::jobId).toList())
                    .map(matches -> Templates.list(
                            LedgerDay.of(entries, matches, reader.zone(), clock.instant()),
                            filter,
                            reader.zone().getId(),
                            older,
                            before == null));
        });
    }

    /** Where a page starts; what is no time is no reason to fail. */
    private Instant instant(String before) {
        try {
            return before == null ? clock.instant().plus(Duration.ofDays(1)) : Instant.parse(before);
        } catch (DateTimeException e) {
            return clock.instant().plus(Duration.ofDays(1));
        }
    }
}
