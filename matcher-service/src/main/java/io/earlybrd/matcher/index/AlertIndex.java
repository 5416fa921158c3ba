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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;

/**
 * All alerts, each filed under what the fewest jobs have of what it requires ({@link Filing}), with what else it asks written beside it as a few
 * ints ({@link Program}). A job is cut into features once and then meets only the alerts that are filed under one of them, and
 * decides each by looking up bits. What is found is what {@link Criteria#areMetBy} says of every alert, which has the last word on each.
 *
 * <p>Safe for concurrent use. Jobs take no lock: a job that meets a change while it searches searches again, the second time with
 * changes held up. So it sees every alert in exactly one version. Changes are made one at a time.
 */
public final class AlertIndex implements AutoCloseable {

    private static final int NO_TEXT = AlertTable.ABSENT;

    /** Records that are looked at after each job while alerts are being filed anew; takes less time than a job. */
    private static final int REFILED_AT_ONCE = 128;

    /** Looks for a lock before a thread waits for it: it is free again much sooner than a thread is woken. */
    private static final int LOOKS = 2_000;

    private final StampedLock lock = new StampedLock();
    private final Vocabulary vocabulary = new Vocabulary();
    private final ConditionTable conditions = new ConditionTable();
    private final ProgramMemo programs = new ProgramMemo(new ProgramWriter(vocabulary, conditions, lock));
    private final FeatureFrequencies frequencies = new FeatureFrequencies();
    private final Postings postings = new Postings();
    private final Queue<JobProbe> probes = new ConcurrentLinkedQueue<>();
    private final AlertTexts texts;
    private final AlertTable alerts;
    private final LongAdder disagreements = new LongAdder();
    private final Refiling refiling = new Refiling(postings, frequencies);

    /** Counted, and written to, for those alone, since few are: what every save wrote, each thread would fetch from the other. */
    private int paused;

    /** @param directory where the texts of the alerts are kept; they need no backup */
    public AlertIndex(Path directory) {
        texts = new AlertTexts(directory);
        alerts = new AlertTable(text -> texts.key(text).alertId());
    }

    /**
     * Takes an alert as its owner wants it now, unless a version that is as new is held. A paused one is held but matches nothing.
     *
     * @throws InvalidQuery if its words are no query; the version that was held stays
     * @throws InvalidFilters if a filter means nothing; the version that was held stays
     * @throws UncheckedIOException if its text cannot be kept; the version that was held stays
     */
    public void save(AlertSaved alert) {
        save(List.of(prepare(alert)));
    }

    /**
     * Reads an alert. Whatever may fail because of what it says, fails here.
     *
     * @throws InvalidQuery if its words are no query
     * @throws InvalidFilters if a filter means nothing
     */
    public PreparedAlert prepare(AlertSaved alert) {
        Objects.requireNonNull(alert.alertId(), "alertId");
        Objects.requireNonNull(alert.subscriberId(), "subscriberId");
        Optional<Filing> filing =
                alert.paused() ? Optional.empty() : Optional.of(filing(programs.write(alert.query(), alert.filters())));
        return new PreparedAlert(alert, AlertText.of(alert).toBytes(), filing);
    }

    /**
     * Takes alerts as {@link #save(AlertSaved)} does, one after the other; of some dozens each takes a quarter less time than alone.
     *
     * @throws UncheckedIOException if their texts cannot be kept; the versions that were held stay
     */
    public void save(List<PreparedAlert> prepared) {
        int[] kept = texts.append(prepared.stream().map(PreparedAlert::text).toList());
        // Most that are saved are new. What is looked at here comes from memory for all of them at the same time.
        boolean[] known = new boolean[kept.length];
        for (int i = 0; i < known.length; i++) {
            known[i] = alerts.mayHave(prepared.get(i).id());
        }
        postings.touch(prepared);
        add(prepared, kept, known);
        for (int i = 0; i < known.length; i++) {
            if (known[i]) {
                replace(prepared.get(i), kept[i]);
            }
        }
    }

    /** Adds those that are not known, and finds out which of them are. */
    private void add(List<PreparedAlert> prepared, int[] kept, boolean[] known) {
        long stamp = lockToWrite();
        try {
            for (int i = 0; i < known.length; i++) {
                PreparedAlert alert = prepared.get(i);
                int place = known[i] ? AlertTable.ABSENT : alerts.placeForNew(alert.id());
                known[i] = place == AlertTable.ABSENT;
                if (!known[i]) {
                    // First, so that what cannot be filed does not look as if it were held.
                    file(alert, kept[i]);
                    alerts.putNew(alert.id(), place, kept[i]);
                }
            }
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** Puts an alert in place of what is held of it, if that is older. */
    private void replace(PreparedAlert alert, int text) {
        Held held = held(alert.id());
        while (held.version < alert.version() && !replace(alert, held, text)) {
            held = held(alert.id());
        }
    }

    /** Forgets a deleted alert. */
    public void remove(UUID alertId) {
        Held held = held(alertId);
        while (held != Held.NOTHING && !remove(alertId, held)) {
            held = held(alertId);
        }
    }

    /** The alerts that a job is for, in no order. */
    public List<FoundAlert> matching(JobText job) {
        JobProbe reused = probes.poll();
        JobProbe probe = reused == null ? new JobProbe(vocabulary, conditions) : reused;
        List<FoundAlert> found = read(() -> search(job, probe));
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
        AlertTexts.Ready ready = texts.ready(alert.text());
        Optional<List<Reason>> reasons = ready.criteria().reasonsIfMet(job);
        if (reasons.isEmpty()) {
            disagreements.increment();
            Log.errorf(
                    "alert found though its criteria are not met, not told alertId=%s jobId=%s",
                    ready.key().alertId(), job.job().jobId());
        }
        return reasons.map(why -> new AlertMatch(ready.key().alertId(), ready.version(), why));
    }

    /** Which alert it is that was found, and whose. */
    public AlertKey keyOf(FoundAlert alert) {
        return texts.key(alert.text());
    }

    /** How often an alert was found whose criteria say otherwise; anything but 0 is a bug of this class. */
    public long disagreements() {
        return disagreements.sum();
    }

    /** Number of alerts that are held. */
    public Count count() {
        long stamp = lock.readLock();
        try {
            return new Count(alerts.size() - paused, paused);
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
                .filter(alert -> !texts.ready(alert.text()).criteria().refuseRepost(job))
                .toList();
    }

    /** Reads without a lock, and again with one if there was a change meanwhile. */
    private <T> T read(Supplier<T> reader) {
        long stamp = lock.tryOptimisticRead();
        if (stamp != 0) {
            try {
                T read = reader.get();
                if (lock.validate(stamp)) {
                    return read;
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
            return reader.get();
        } finally {
            lock.unlockRead(stamp);
        }
    }

    private List<FoundAlert> search(JobText job, JobProbe probe) {
        probe.begin(job);
        return probe.search(postings);
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

    /** Puts an alert in place of what is held of it; whether that was what is held. */
    private boolean replace(PreparedAlert alert, Held held, int text) {
        return change(alert.id(), held, () -> {
            file(alert, text);
            alerts.put(alert.id(), held.text, text);
        });
    }

    /** Forgets an alert of which that is held; whether it is. */
    private boolean remove(UUID alertId, Held held) {
        return change(alertId, held, () -> alerts.remove(alertId, held.text));
    }

    /** Takes what is held of an alert out of its lists and makes a change; does nothing if something else is held by now. */
    private boolean change(UUID alertId, Held held, Runnable change) {
        long stamp = lockToWrite();
        try {
            if (alerts.textOf(alertId, held.text) != held.text) {
                return false;
            }
            held.program.ifPresent(program -> unfile(held.text, program));
            change.run();
            paused -= held.program.isPresent() ? 0 : 1;
            return true;
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** What is held of an alert. It is read, and compiled anew, before jobs are held up. */
    private Held held(UUID alertId) {
        int text = read(() -> alerts.textOf(alertId, NO_TEXT));
        if (text == NO_TEXT) {
            return Held.NOTHING;
        }
        AlertText read = texts.read(text);
        return new Held(
                text,
                read.version(),
                read.paused() ? Optional.empty() : Optional.of(programs.write(read.words(), read.filters())));
    }

    /** Puts an alert in its lists, or counts it if it is paused. */
    private void file(PreparedAlert alert, int text) {
        if (alert.filing().isEmpty()) {
            paused++;
            return;
        }
        Filing filing = alert.filing().get();
        for (int feature : filing.features()) {
            postings.add(feature, text, filing);
        }
    }

    /** Takes an alert out of its lists, under whichever of the parts of its program it was filed. */
    private void unfile(int text, int[] program) {
        for (int feature : Filing.candidates(program, frequencies)) {
            Optional<Filing> filing = postings.remove(feature, text);
            if (filing.isPresent()) {
                Arrays.stream(filing.get().features())
                        .filter(other -> other != feature)
                        .forEach(other -> postings.remove(other, text));
                return;
            }
        }
        throw new IllegalStateException("alert is in no list");
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

    /**
     * How many alerts are held.
     *
     * @param running that match jobs
     * @param paused that do not
     */
    public record Count(int running, int paused) {}

    /**
     * What was held of an alert when it was last looked at.
     *
     * @param program empty for a paused one, which is in no list
     */
    private record Held(int text, long version, Optional<int[]> program) {

        static final Held NOTHING = new Held(NO_TEXT, Long.MIN_VALUE, Optional.empty());
    }
}
