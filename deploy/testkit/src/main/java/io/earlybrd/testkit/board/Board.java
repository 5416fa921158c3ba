package io.earlybrd.testkit.board;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One employer's board: its postings, and how it misbehaves. Every provider's shape shows the same postings. */
public final class Board {

    /** As high as real boards' ids are: beyond 32 bits. */
    private static final long FIRST_ID = 5_215_052_008L;

    private final String name;
    private final String company;
    private final Clock clock;
    private final Map<Long, ListedJob> jobs = new LinkedHashMap<>();
    private final Set<Long> removed = new HashSet<>();
    private List<JsonNode> recorded = List.of();
    private Caching caching = Caching.WEAK_ETAG;
    private FeedFormat feedFormat = FeedFormat.RSS;
    private GreenhouseShape greenhouseShape = GreenhouseShape.CURRENT;
    private BoardFault fault = BoardFault.NONE;
    private int faultsLeft;
    private long nextId = FIRST_ID;
    private Instant changedAt;

    Board(String name, String company, Clock clock) {
        this.name = name;
        this.company = company;
        this.clock = clock;
        this.changedAt = clock.instant();
    }

    /** The name in the provider's addresses. */
    public String name() {
        return name;
    }

    /** The employer. */
    public String company() {
        return company;
    }

    /** Posts a job and returns the provider's id. */
    public synchronized long add(JobDraft draft) {
        return add(nextId, draft);
    }

    /** Posts a job under an id; ids that follow by themselves are above it. */
    public synchronized long add(long id, JobDraft draft) {
        changedAt = clock.instant();
        jobs.put(id, new ListedJob(id, draft, changedAt, changedAt));
        nextId = Math.max(nextId, id + 1);
        return id;
    }

    /** Changes a posting; its time of posting stays. */
    public synchronized void change(long id, JobDraft draft) {
        changedAt = clock.instant();
        jobs.computeIfPresent(id, (key, job) -> job.with(draft, changedAt));
    }

    /** Gives every posting a new time of change, and changes nothing else, as boards do over night. */
    public synchronized void touchAll() {
        changedAt = clock.instant();
        jobs.replaceAll((id, job) -> job.with(job.draft(), changedAt));
    }

    /** Takes a posting down; its page is gone from then on. */
    public synchronized void remove(long id) {
        changedAt = clock.instant();
        if (jobs.remove(id) != null) {
            removed.add(id);
        }
    }

    /** Takes the oldest posting down if there are more than so many. */
    public synchronized void keepNewest(int count) {
        while (jobs.size() > count) {
            remove(jobs.keySet().iterator().next());
        }
    }

    /** Takes everything down. */
    public synchronized void clear() {
        keepNewest(0);
        recorded = List.of();
    }

    /** Shows the jobs of a recorded Greenhouse answer beside its own. */
    public synchronized void loadGreenhouse(Path answer) {
        try {
            List<JsonNode> all = new ArrayList<>();
            EventJson.mapper().readTree(answer.toFile()).path("jobs").forEach(all::add);
            recorded = List.copyOf(all);
            changedAt = clock.instant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers conditional requests in this way; by default as Greenhouse does. */
    public synchronized void caching(Caching value) {
        caching = value;
    }

    /** What its feed is; by default RSS. */
    public synchronized void feedFormat(FeedFormat value) {
        feedFormat = value;
    }

    /** Which members its Greenhouse answer has; by default today's. */
    public synchronized void greenhouseShape(GreenhouseShape value) {
        greenhouseShape = value;
    }

    /** Misbehaves in this way until it is told otherwise. */
    public void misbehave(BoardFault value) {
        misbehave(value, Integer.MAX_VALUE);
    }

    /** Misbehaves in this way for so many requests. */
    public synchronized void misbehave(BoardFault value, int times) {
        fault = value;
        faultsLeft = times;
    }

    /** Is well again. */
    public void behave() {
        misbehave(BoardFault.NONE);
    }

    /** The postings, oldest first. */
    synchronized List<ListedJob> jobs() {
        return List.copyOf(jobs.values());
    }

    synchronized Optional<ListedJob> job(long id) {
        return Optional.ofNullable(jobs.get(id));
    }

    synchronized List<JsonNode> recorded() {
        return recorded;
    }

    synchronized Optional<ListedJob> job(String uuid) {
        return jobs.values().stream()
                .filter(job -> job.uuid(this).toString().equals(uuid))
                .findFirst();
    }

    synchronized boolean hadJob(long id) {
        return removed.contains(id);
    }

    synchronized Caching caching() {
        return caching;
    }

    synchronized FeedFormat feedFormat() {
        return feedFormat;
    }

    synchronized GreenhouseShape greenhouseShape() {
        return greenhouseShape;
    }

    synchronized Instant changedAt() {
        return changedAt;
    }

    /** How the request that is being answered is to be answered. */
    synchronized BoardFault nextFault() {
        if (faultsLeft <= 0) {
            return BoardFault.NONE;
        }
        faultsLeft--;
        return fault;
    }
}
