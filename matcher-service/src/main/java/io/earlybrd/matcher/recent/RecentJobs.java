package io.earlybrd.matcher.recent;

import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The jobs that were told of in the last {@link #KEPT}, each in its newest version, with the day's worth of texts in one file, so that
 * what is too old goes by closing files. One thread writes, any number read.
 */
public final class RecentJobs implements AutoCloseable {

    /** As far back as preview looks. */
    public static final Duration KEPT = Duration.ofDays(30);

    private final Path directory;
    private final Map<String, RecentJob> jobs = new ConcurrentHashMap<>();
    private final NavigableMap<LocalDate, JobFile> files = new TreeMap<>();

    /** @param directory where the texts are kept; they need no backup */
    public RecentJobs(Path directory) {
        this.directory = directory;
    }

    /** Takes a job, unless a version that is as new is held. */
    public void add(JobPosted job, Instant toldAt) {
        RecentJob held = jobs.get(job.jobId());
        if (held != null && held.version() >= job.version()) {
            return;
        }
        byte[] text = EventJson.write(job).getBytes(StandardCharsets.UTF_8);
        JobFile.Slice slice = fileOf(toldAt).append(text);
        jobs.put(
                job.jobId(),
                new RecentJob(job.jobId(), job.version(), job.times().firstSeenAt(), job.backfill(), false, slice));
    }

    /** Notes that a job is no longer listed; it remains, because it was once for somebody. */
    public void close(JobClosed closed) {
        jobs.computeIfPresent(
                String.valueOf(closed.jobId()),
                (id, job) -> job.version() < closed.version() ? job.closed(closed.version()) : job);
    }

    /** Drops what was told of more than {@link #KEPT} before. */
    public void forgetBefore(Instant now) {
        LocalDate oldest = dayOf(now.minus(KEPT));
        for (JobFile file : List.copyOf(files.headMap(oldest).values())) {
            jobs.values().removeIf(job -> job.text().file() == file);
            file.close();
        }
        files.headMap(oldest).clear();
    }

    /** The jobs that were first seen since then, newest first. */
    public List<RecentJob> newest(Instant since) {
        return jobs.values().stream()
                .filter(job -> !job.firstSeenAt().isBefore(since))
                .sorted(Comparator.comparing(RecentJob::firstSeenAt).reversed().thenComparing(RecentJob::jobId))
                .toList();
    }

    /** A job by its id. */
    public Optional<RecentJob> find(String jobId) {
        return Optional.ofNullable(jobs.get(jobId));
    }

    /** What was posted; empty if it has become too old in the meantime. */
    public Optional<JobPosted> read(RecentJob job) {
        return job.text().read().map(text -> EventJson.read(text, JobPosted.class));
    }

    /** Number of jobs held. */
    public int size() {
        return jobs.size();
    }

    @Override
    public void close() {
        files.values().forEach(JobFile::close);
    }

    private JobFile fileOf(Instant toldAt) {
        return files.computeIfAbsent(dayOf(toldAt), day -> JobFile.create(directory));
    }

    private static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
