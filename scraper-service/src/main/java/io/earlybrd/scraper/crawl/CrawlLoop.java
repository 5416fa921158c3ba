package io.earlybrd.scraper.crawl;

import io.earlybrd.scraper.database.OwnContext;
import io.earlybrd.scraper.deadline.Deadline;
import io.earlybrd.scraper.fetch.HostGates;
import io.earlybrd.scraper.schedule.CatchUp;
import io.earlybrd.scraper.schedule.Claim;
import io.earlybrd.scraper.schedule.HostTable;
import io.earlybrd.scraper.schedule.LeaseLost;
import io.earlybrd.scraper.schedule.ScheduleConfig;
import io.earlybrd.scraper.schedule.SourceLeases;
import io.earlybrd.scraper.source.PollRequested;
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
import java.util.stream.Collectors;

/**
 * Claims sources that are due, as many as this instance has room for, crawls them, and renews their leases meanwhile. All state is
 * confined to one event loop.
 */
@ApplicationScoped
class CrawlLoop {

    /** How late a due source may be noticed; a claim that finds nothing costs one look at an index. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** More are claimed by the next statement; so many are read and written within a few milliseconds. */
    private static final int MOST_AT_ONCE = 32;

    /** What is forgotten is a few rows that nobody needs. */
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    /** A database that does not answer holds up no shutdown for longer. */
    private static final Duration LONGEST_RELEASE = Duration.ofSeconds(2);

    /** A third of the lease: two renewals may be lost. */
    private static final Duration RENEW_EVERY = SourceLeases.LEASE.dividedBy(3);

    private final Vertx vertx;
    private final SourceLeases leases;
    private final HostGates gates;
    private final HostTable hosts;
    private final CatchUp catchUp;
    private final CrawlTask task;
    private final int concurrency;
    private final Duration longest;
    private final Set<Claim> running = new HashSet<>();

    private Context context;
    private boolean claiming;
    private boolean failing;
    private volatile boolean stopped;

    CrawlLoop(
            Vertx vertx,
            SourceLeases leases,
            HostGates gates,
            HostTable hosts,
            CatchUp catchUp,
            CrawlTask task,
            ScheduleConfig config) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.leases = leases;
        this.gates = gates;
        this.hosts = hosts;
        this.catchUp = catchUp;
        this.task = task;
        this.concurrency = config.crawl().concurrency();
        this.longest = config.crawl().timeout();
    }

    void start(@Observes StartupEvent event) {
        context.runOnContext(now -> {
            vertx.setPeriodic(RENEW_EVERY.toMillis(), timer -> renew());
            vertx.setPeriodic(FORGET_EVERY.toMillis(), timer -> forgetHosts());
            OwnContext.run(context, catchUp::spread)
                    .onFailure()
                    .invoke(failure -> Log.warn("sources that are late are crawled all at once", failure))
                    .onTermination()
                    .invoke(() -> context.runOnContext(caughtUp -> look()))
                    .subscribe()
                    .with(done -> {}, failure -> {});
        });
    }

    private void look() {
        vertx.setPeriodic(LOOK_EVERY.toMillis(), timer -> claim());
        claim();
    }

    /**
     * What runs is broken off with the connections it needs; its lease soon ends, and the next crawl completes it. Its hosts are left
     * to others at once.
     */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        try {
            OwnContext.run(context, () -> {
                        running.forEach(claim -> claim.lease().end());
                        return leases.release();
                    })
                    .await()
                    .atMost(LONGEST_RELEASE);
        } catch (RuntimeException e) {
            Log.debug("hosts are free only when their time is over", e);
        }
    }

    void wake(@Observes PollRequested event) {
        context.runOnContext(now -> claim());
    }

    private void claim() {
        if (stopped || claiming || running.size() >= concurrency) {
            return;
        }
        claiming = true;
        Set<String> busy = busyHosts();
        int most = Math.min(concurrency - running.size(), MOST_AT_ONCE);
        OwnContext.run(context, () -> leases.claim(busy, most))
                .subscribe()
                .with(
                        claims -> context.runOnContext(now -> claimed(claims)),
                        failure -> context.runOnContext(now -> notClaimed(failure)));
    }

    /** Also hosts that are yet to be asked by crawls that run: one that is slow, or has many sources, takes no more than its share. */
    private Set<String> busyHosts() {
        Set<String> busy = new HashSet<>(gates.busyHosts());
        running.stream()
                .collect(Collectors.groupingBy(Claim::host, Collectors.counting()))
                .forEach((host, crawls) -> {
                    if (crawls >= gates.concurrency()) {
                        busy.add(host);
                    }
                });
        return busy;
    }

    private void claimed(List<Claim> claims) {
        claiming = false;
        failing = false;
        if (!claims.isEmpty() && !stopped) {
            claims.forEach(this::crawl);
            claim();
        }
    }

    private void crawl(Claim claim) {
        running.add(claim);
        OwnContext.run(context, () -> inTime(claim))
                .subscribe()
                .with(
                        done -> context.runOnContext(now -> ended(claim)),
                        failure -> context.runOnContext(now -> broke(claim, failure)));
    }

    /** A crawl that is given up is renewed no longer, so that its source is free again when its lease ends. */
    private Uni<Void> inTime(Claim claim) {
        return Deadline.within(
                longest,
                Vertx.currentContext(),
                () -> task.run(claim),
                () -> new IllegalStateException("longer than " + longest));
    }

    /** The next look tries again; said once an outage. */
    private void notClaimed(Throwable failure) {
        claiming = false;
        if (!failing && !stopped) {
            failing = true;
            Log.warn("no sources can be claimed, trying again every second", failure);
        }
    }

    private void ended(Claim claim) {
        running.remove(claim);
        claim();
    }

    private void broke(Claim claim, Throwable failure) {
        if (stopped) {
            Log.debugf("crawl broken off source=%s", claim.source());
        } else if (failure instanceof LeaseLost) {
            Log.warnf("crawl abandoned, another instance has the source or its host source=%s", claim.source());
        } else {
            Log.warnf(failure, "crawl not recorded, it is done again source=%s", claim.source());
        }
        ended(claim);
    }

    private void renew() {
        if (!running.isEmpty() && !stopped) {
            Set<Claim> held = Set.copyOf(running);
            OwnContext.run(context, () -> leases.renew(held))
                    .subscribe()
                    .with(done -> {}, failure -> Log.debug("leases not renewed", failure));
        }
    }

    private void forgetHosts() {
        OwnContext.run(context, hosts::forgetUnused)
                .subscribe()
                .with(done -> {}, failure -> Log.debug("hosts not forgotten", failure));
    }
}
