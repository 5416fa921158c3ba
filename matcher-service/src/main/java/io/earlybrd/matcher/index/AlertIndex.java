package io.earlybrd.matcher.index;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.Reason;
import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.match.InvalidFilters;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.query.InvalidQuery;
import io.quarkus.logging.Log;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.StampedLock;

/**
 * All alerts, each filed under what the fewest jobs have of what it requires ({@link Filing}), with what else it asks written beside it as a few
 * ints ({@link Program}). A job is cut into features once and then meets only the alerts that are filed under one of them, and
 * decides each by looking up bits. What is found is what {@link Criteria#areMetBy} says of every alert, which has the last word on each.
 *
 * <p>Safe for concurrent use. Jobs take no lock: a job that meets a change while it searches searches again, the second time with
 * changes held up. So it sees every alert in exactly one version. Changes are made one at a time.
 */
public final class AlertIndex implements AutoCloseable {

    private static final int NO_TEXT = -1;

    /** Records that are looked at after each job while alerts are being filed anew; takes less time than a job. */
    private static final int REFILED_AT_ONCE = 128;

    /** Looks for a lock before a thread waits for it: it is free again much sooner than a thread is woken. */
    private static final int LOOKS = 100;

    /** Not in a list, since it is paused. */
    private static final int UNFILED = -1;

    private final StampedLock lock = new StampedLock();
    private final Vocabulary vocabulary = new Vocabulary();
    private final ConditionTable conditions = new ConditionTable();
    private final ProgramMemo programs = new ProgramMemo(new ProgramWriter(vocabulary, conditions, lock));
    private final FeatureFrequencies frequencies = new FeatureFrequencies();
    private final Postings postings = new Postings();
    private final AlertTable alerts = new AlertTable();
    private final Queue<JobProbe> probes = new ConcurrentLinkedQueue<>();
    private final AlertTexts texts;
    private final LongAdder disagreements = new LongAdder();
    private final Refiling refiling = new Refiling(postings, frequencies, alerts);

    private int running;

    /** @param directory where the texts of the alerts are kept; they need no backup */
    public AlertIndex(Path directory) {
        texts = new AlertTexts(directory);
    }

    /**
     * Takes an alert as its owner wants it now, unless a version that is as new is held. A paused one is held but matches nothing.
     *
     * @throws InvalidQuery if its words are no query; the version that was held stays
     * @throws InvalidFilters if a filter means nothing; the version that was held stays
     * @throws UncheckedIOException if its text cannot be kept; the version that was held stays
     */
    public void save(AlertSaved alert) {
        Objects.requireNonNull(alert.alertId(), "alertId");
        Objects.requireNonNull(alert.subscriberId(), "subscriberId");
        int version = Math.toIntExact(alert.version());
        // Whatever may fail, or takes time, comes before the first change, and before jobs are held up.
        Filing filing = alert.paused() ? null : filing(programs.write(alert.query(), alert.filters()));
        int text = alert.paused() ? NO_TEXT : texts.append(alert.query(), alert.filters());
        long stamp = lockToWrite();
        try {
            int slot = alerts.slotOf(alert.alertId());
            if (slot != AlertTable.ABSENT && alerts.version(slot) >= version) {
                return;
            }
            if (slot == AlertTable.ABSENT) {
                slot = alerts.add(alert.alertId(), alert.subscriberId());
            } else {
                unfile(slot);
            }
            alerts.set(slot, version, text, alert.paused() ? UNFILED : file(slot, filing));
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** Forgets a deleted alert. */
    public void remove(UUID alertId) {
        long stamp = lock.writeLock();
        try {
            int slot = alerts.slotOf(alertId);
            if (slot != AlertTable.ABSENT) {
                unfile(slot);
                alerts.remove(alertId);
            }
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** The alerts that a job is for, in no order. */
    public List<FoundAlert> matching(JobText job) {
        JobProbe reused = probes.poll();
        JobProbe probe = reused == null ? new JobProbe(vocabulary, conditions) : reused;
        List<FoundAlert> found = searchUnlocked(job, probe);
        frequencies.countJob(probe.features());
        probes.offer(probe);
        refile();
        return job.job().repost().isPresent() ? wantingRepost(found, job) : found;
    }

    /**
     * The match of a job with an alert that was found: why it is for it, in the alert's own words. The alert's criteria have the last
     * word: should they ever say that the job is not for it, there is no match, and {@link #disagreements} counts it.
     */
    public Optional<AlertMatch> matchOf(FoundAlert alert, JobText job) {
        Optional<List<Reason>> reasons = texts.criteria(alert.text()).reasonsIfMet(job);
        if (reasons.isEmpty()) {
            disagreements.increment();
            Log.errorf(
                    "alert found though its criteria are not met, not told alertId=%s jobId=%s",
                    alert.alertId(), job.job().jobId());
        }
        return reasons.map(why -> new AlertMatch(alert.alertId(), alert.version(), why));
    }

    /** How often an alert was found whose criteria say otherwise; anything but 0 is a bug of this class. */
    public long disagreements() {
        return disagreements.sum();
    }

    /** Number of alerts that are held. */
    public Count count() {
        long stamp = lock.readLock();
        try {
            return new Count(running, alerts.size() - running);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    @Override
    public void close() {
        texts.close();
    }

    /** Those that want the job though it was listed before, which is not written in the programs. Their texts are read as for a match. */
    private List<FoundAlert> wantingRepost(List<FoundAlert> found, JobText job) {
        return found.stream()
                .filter(alert -> !texts.criteria(alert.text()).refuseRepost(job))
                .toList();
    }

    private List<FoundAlert> searchUnlocked(JobText job, JobProbe probe) {
        long stamp = lock.tryOptimisticRead();
        if (stamp != 0) {
            try {
                List<FoundAlert> found = search(job, probe);
                if (lock.validate(stamp)) {
                    return found;
                }
            } catch (RuntimeException e) {
                // Whatever half a change leads to, over the end of an array for example, counts for nothing.
                if (lock.validate(stamp)) {
                    throw e;
                }
            }
        }
        stamp = lock.readLock();
        try {
            return search(job, probe);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    private List<FoundAlert> search(JobText job, JobProbe probe) {
        probe.begin(job);
        probe.search(postings);
        return alerts.get(probe.slots(), probe.found());
    }

    private long lockToWrite() {
        for (int i = 0; i < LOOKS; i++) {
            long stamp = lock.tryWriteLock();
            if (stamp != 0) {
                return stamp;
            }
            Thread.onSpinWait();
        }
        return lock.writeLock();
    }

    /** Under what an alert is best filed. */
    private Filing filing(int[] program) {
        frequencies.countAlert(program);
        return Filing.of(program, frequencies);
    }

    /** Puts an alert in its lists; the first of them. */
    private int file(int slot, Filing filing) {
        for (int feature : filing.features()) {
            postings.add(feature, slot, filing);
        }
        running++;
        return filing.features()[0];
    }

    /** Puts a few alerts where fewer jobs meet them, unless somebody else is changing something. */
    private void refile() {
        if (!refiling.isDue()) {
            return;
        }
        long stamp = lock.tryWriteLock();
        if (stamp != 0) {
            try {
                refiling.step(REFILED_AT_ONCE);
            } finally {
                lock.unlockWrite(stamp);
            }
        }
    }

    /** Takes an alert out of its lists. */
    private void unfile(int slot) {
        int list = alerts.filedUnder(slot);
        if (list == UNFILED) {
            return;
        }
        Filing filing = postings.filing(list, slot);
        for (int feature : filing.features()) {
            postings.remove(feature, slot);
        }
        running--;
    }

    /**
     * How many alerts are held.
     *
     * @param running that match jobs
     * @param paused that do not
     */
    public record Count(int running, int paused) {}
}
