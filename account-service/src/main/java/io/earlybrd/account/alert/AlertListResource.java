package io.earlybrd.account.alert;

import io.earlybrd.account.billing.Entitlements;
import io.earlybrd.account.ledger.LedgerReader;
import io.earlybrd.account.session.CurrentSubscriber;
import io.earlybrd.account.subscriber.Subscribers;
import io.earlybrd.account.web.Notice;
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
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The list of alerts, which is the page after the log-in. */
@Path("/alerts")
@Cancellable(false)
@Authenticated
@Produces(MediaType.TEXT_HTML)
class AlertListResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(List<AlertCard> cards, String counts, Notice notice);
    }

    private final Alerts alerts;
    private final Subscribers subscribers;
    private final Entitlements entitlements;
    private final LedgerReader ledger;
    private final CurrentSubscriber current;
    private final Clock clock;

    AlertListResource(
            Alerts alerts,
            Subscribers subscribers,
            Entitlements entitlements,
            LedgerReader ledger,
            CurrentSubscriber current,
            Clock clock) {
        this.alerts = alerts;
        this.subscribers = subscribers;
        this.entitlements = entitlements;
        this.ledger = ledger;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @WithSession
    public Uni<TemplateInstance> list(@RestQuery String done) {
        UUID id = current.get().subscriberId();
        String zone = current.get().zone().getId();
        return subscribers
                .findById(id)
                .chain(owner -> entitlements
                        .of(id)
                        .chain(entitlement -> ledger.perDay(id, zone)
                                .chain(days -> alerts.of(id).map(own -> {
                                    AlertCards cards = new AlertCards(owner, entitlement, days, clock.instant());
                                    return Templates.list(
                                            own.stream().map(cards::card).toList(),
                                            AlertsHead.of(own, days, LedgerReader.DAYS),
                                            Notice.named(done));
                                }))));
    }
}
