package io.earlybrd.matcher.index;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.matcher.match.CompiledAlert;
import io.earlybrd.matcher.match.InvalidFilters;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.query.InvalidQuery;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * All alerts, each filed under its rarest required feature ({@link RequiredFeatures}), so that a job meets only the few that share a
 * word with it. Those candidates are then asked one by one ({@link io.earlybrd.matcher.match.Criteria}): the index may propose too
 * many, never too few.
 *
 * <p>Safe for concurrent use. A job sees every alert in exactly one version: changes are made under a lock that a job holds only while
 * it gathers candidates.
 */
@Singleton
public final class AlertIndex {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<UUID, Held> held = new HashMap<>();
    private final Postings postings = new Postings();
    private final FeatureFrequencies frequencies = new FeatureFrequencies();
    private int running;

    /**
     * Takes an alert as its owner wants it now, unless a version that is as new is held. A paused one is held but matches nothing.
     *
     * @throws InvalidQuery if its words are no query; the version that was held stays
     * @throws InvalidFilters if a filter means nothing; the version that was held stays
     */
    public void save(AlertSaved alert) {
        // Read before the lock is taken: it is the slow part.
        Held next = alert.paused() ? Held.paused(alert.version()) : filed(CompiledAlert.of(alert));
        lock.writeLock().lock();
        try {
            Held previous = held.get(alert.alertId());
            if (previous != null && previous.version >= next.version) {
                return;
            }
            held.put(alert.alertId(), next);
            next.alert.ifPresent(added -> {
                postings.add(added, next.features);
                running++;
            });
            unfile(previous);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Forgets a deleted alert. */
    public void remove(UUID alertId) {
        lock.writeLock().lock();
        try {
            unfile(held.remove(alertId));
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The alerts that a job is for, in the order of their ids. */
    public List<CompiledAlert> matching(JobText job) {
        Set<String> features = Features.of(job);
        frequencies.count(features);
        return candidates(features).stream()
                .filter(alert -> alert.criteria().areMetBy(job))
                .sorted(Comparator.comparing(CompiledAlert::alertId))
                .toList();
    }

    /** Number of alerts that are held. */
    public Count count() {
        lock.readLock().lock();
        try {
            return new Count(running, held.size() - running);
        } finally {
            lock.readLock().unlock();
        }
    }

    private Set<CompiledAlert> candidates(Set<String> features) {
        Set<CompiledAlert> candidates = Collections.newSetFromMap(new IdentityHashMap<>());
        lock.readLock().lock();
        try {
            postings.collect(features, candidates);
        } finally {
            lock.readLock().unlock();
        }
        return candidates;
    }

    private Held filed(CompiledAlert alert) {
        Set<String> features = alert.criteria()
                .query()
                .flatMap(query -> query.root().accept(new RequiredFeatures(frequencies::of)))
                .map(Set::copyOf)
                .orElse(Set.of());
        return new Held(alert.version(), Optional.of(alert), features);
    }

    private void unfile(Held previous) {
        if (previous != null) {
            previous.alert.ifPresent(removed -> {
                postings.remove(removed, previous.features);
                running--;
            });
        }
    }

    /**
     * How many alerts are held.
     *
     * @param running that match jobs
     * @param paused that do not
     */
    public record Count(int running, int paused) {}

    private record Held(long version, Optional<CompiledAlert> alert, Set<String> features) {

        static Held paused(long version) {
            return new Held(version, Optional.empty(), Set.of());
        }
    }
}
