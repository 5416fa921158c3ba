package io.earlybrd.scraper.liveness;

import io.earlybrd.scraper.database.OwnContext;
import io.earlybrd.scraper.deadline.Deadline;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Claims sources whose pages are to be looked at, a few at a time, and does their rounds. All state is confined to one event loop. */
@ApplicationScoped
class LookLoop {

    /** A claim that finds nothing costs one look at an index, and nobody waits for a round. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Context context;
    private final LookClaims claims;
    private final Looks looks;
    private final int concurrency;
    private final Set<String> busyHosts = new HashSet<>();
    private boolean claiming;
    private boolean failing;
    private volatile boolean stopped;

    LookLoop(Vertx vertx, LookClaims claims, Looks looks, LivenessConfig config) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.claims = claims;
        this.looks = looks;
        this.concurrency = config.concurrency();
    }

    void start(@Observes StartupEvent event) {
        context.runOnContext(now -> vertx.setPeriodic(LOOK_EVERY.toMillis(), timer -> claim()));
    }

    /** What runs is broken off; it is claimed again when its time is over. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void claim() {
        int room = concurrency - busyHosts.size();
        if (stopped || claiming || room <= 0) {
            return;
        }
        claiming = true;
        Set<String> busy = Set.copyOf(busyHosts);
        OwnContext.run(context, () -> claims.claim(busy, room))
                .subscribe()
                .with(
                        claimed -> context.runOnContext(now -> claimed(claimed)),
                        failure -> context.runOnContext(now -> notClaimed(failure)));
    }

    private void claimed(List<LookClaim> claimed) {
        claiming = false;
        failing = false;
        claimed.forEach(this::look);
    }

    private void look(LookClaim claim) {
        busyHosts.add(claim.host());
        OwnContext.run(context, () -> inTime(claim))
                .subscribe()
                .with(
                        done -> context.runOnContext(now -> ended(claim)),
                        failure -> context.runOnContext(now -> {
                            if (!stopped) {
                                Log.warnf(failure, "looks broken off, they are taken again source=%s", claim.source());
                            }
                            ended(claim);
                        }));
    }

    private Uni<Void> inTime(LookClaim claim) {
        return Deadline.within(
                LookClaims.HELD,
                Vertx.currentContext(),
                () -> looks.round(claim).chain(round -> claims.finish(claim, round.ended())),
                () -> new IllegalStateException("longer than " + LookClaims.HELD));
    }

    private void ended(LookClaim claim) {
        busyHosts.remove(claim.host());
        claim();
    }

    /** The next look tries again; said once an outage. */
    private void notClaimed(Throwable failure) {
        claiming = false;
        if (!failing && !stopped) {
            failing = true;
            Log.warn("no sources can be claimed for looks, trying again every second", failure);
        }
    }
}
