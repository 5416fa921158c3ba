package io.earlybrd.account.alert;

import io.earlybrd.account.subscriber.Subscribers;
import io.earlybrd.events.AlertStopped;
import io.earlybrd.events.EventIds;
import io.earlybrd.events.Topic;
import io.earlybrd.events.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Owns the transactions that change alerts and append the events that tell others about it: both are stored or neither. */
@ApplicationScoped
public class AlertService {

    private final Alerts alerts;
    private final Subscribers subscribers;
    private final Outbox outbox;
    private final EventIds ids;
    private final Clock clock;
    private final int limit;

    AlertService(
            Alerts alerts,
            Subscribers subscribers,
            Outbox outbox,
            EventIds ids,
            Clock clock,
            @ConfigProperty(name = "account.alert.max-per-subscriber") int limit) {
        this.alerts = alerts;
        this.subscribers = subscribers;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.limit = limit;
    }

    /** How many alerts a subscriber may have. */
    int limit() {
        return limit;
    }

    /**
     * Creates an alert and gives its id; empty if the subscriber has as many as allowed. The same draft from the same form again,
     * by a second click or a reload, is the alert that is there already.
     */
    @WithTransaction
    Uni<Optional<UUID>> create(UUID subscriberId, AlertDraft draft, boolean queryChecked, Optional<UUID> formId) {
        // The lock lets the alerts of one subscriber be counted one by one, however many arrive at once.
        return subscribers
                .locked(subscriberId)
                .chain(() -> alerts.of(subscriberId))
                .chain(own -> {
                    Optional<UUID> there = own.stream()
                            .filter(alert -> alert.madeBy(formId, draft))
                            .findFirst()
                            .map(Alert::id);
                    return there.isPresent() || own.size() >= limit
                            ? Uni.createFrom().item(there)
                            : store(new Alert(ids.next(), subscriberId, draft, queryChecked, formId, clock.instant()));
                });
    }

    /** Changes an alert; false if it is not there or not theirs. */
    @WithTransaction
    Uni<Boolean> edit(UUID id, UUID subscriberId, AlertDraft draft, boolean queryChecked) {
        return published(id, alerts.edit(id, subscriberId, draft, queryChecked, clock.instant()));
    }

    /** Pauses a running alert; false if it is not there, not theirs or paused. */
    @WithTransaction
    Uni<Boolean> pause(UUID id, UUID subscriberId) {
        return published(id, alerts.pause(id, subscriberId, clock.instant()));
    }

    /** Starts a paused alert again; false if it is not there, not theirs or running. */
    @WithTransaction
    Uni<Boolean> resume(UUID id, UUID subscriberId) {
        return published(id, alerts.resume(id, subscriberId, clock.instant()));
    }

    /** Deletes an alert; false if it is not there or not theirs. */
    @WithTransaction
    Uni<Boolean> delete(UUID id, UUID subscriberId) {
        return alerts.remove(id, subscriberId)
                .chain(removed -> removed
                        ? outbox.appendTombstone(Topic.ALERTS, id.toString()).replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    /** Shows an alert as paused that was stopped from a mail; false if it was so already or has been started again since. */
    @WithTransaction
    public Uni<Boolean> stopped(AlertStopped stop) {
        return published(
                stop.alertId(), alerts.stop(stop.alertId(), stop.subscriberId(), stop.stoppedAt(), clock.instant()));
    }

    private Uni<Optional<UUID>> store(Alert alert) {
        return alerts.persist(alert).chain(() -> outbox.append(alert.toEvent())).replaceWith(Optional.of(alert.id()));
    }

    private Uni<Boolean> published(UUID id, Uni<Boolean> change) {
        return change.chain(changed -> changed
                ? alerts.findById(id)
                        .chain(alert -> outbox.append(alert.toEvent()))
                        .replaceWith(true)
                : Uni.createFrom().item(false));
    }
}
