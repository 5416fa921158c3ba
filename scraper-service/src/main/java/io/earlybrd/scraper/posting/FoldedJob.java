package io.earlybrd.scraper.posting;

import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.Place;
import io.earlybrd.scraper.provider.Posting;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job with its postings, while a crawl changes it. */
final class FoldedJob {

    /** More places than the largest employers name; the job with all of them must fit into a record of a megabyte. */
    static final int MOST_PLACES = 200;

    /** More postings than any opening has copies: all of them are read whenever one comes or goes. */
    static final int MOST_POSTINGS = 2 * MOST_PLACES;

    /** A listing that is away for less was hidden by some failure, not taken down and posted again. */
    private static final Duration AWAY_BY_MISTAKE = Duration.ofDays(1);

    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, Posting> read = new HashMap<>();
    private final boolean known;
    private final boolean fresh;
    private JobRow row;
    private boolean changed;
    private boolean concerned;

    private FoldedJob(JobRow row, boolean known, boolean fresh, Collection<Member> members) {
        this.row = row;
        this.known = known;
        this.fresh = fresh;
        this.changed = !known;
        members.forEach(member -> this.members.put(member.postingId(), member));
    }

    /** A job from the table. */
    static FoldedJob known(JobRow row, Collection<Member> members) {
        return new FoldedJob(row, true, false, members);
    }

    /** A job that nobody knows. */
    static FoldedJob fresh(JobRow row) {
        return new FoldedJob(row, false, true, List.of());
    }

    /** A job that others were told of, and that is not in the table. */
    static FoldedJob adopted(JobRow row) {
        return new FoldedJob(row, false, false, List.of());
    }

    JobRow row() {
        return row;
    }

    /** Whether its row is in the table already. */
    boolean known() {
        return known;
    }

    /** Whether it is new to others. */
    boolean fresh() {
        return fresh;
    }

    /** Whether its row is to be written. */
    boolean changed() {
        return changed;
    }

    /** Whether postings came or went, so that there may be something to tell. */
    boolean concerned() {
        return concerned && !open().isEmpty();
    }

    Collection<Member> members() {
        return members.values();
    }

    List<Member> open() {
        return members.values().stream()
                .filter(Member::open)
                .sorted(Member.ORDER)
                .toList();
    }

    /** Changes what is remembered of it. */
    void remember(JobRow newRow) {
        row = newRow;
        changed = true;
    }

    /** Takes a posting that was read now. */
    void put(Member member, Posting posting, Instant now) {
        boolean known = members.containsKey(member.postingId());
        Instant closedAt = row.closedAt();
        boolean returns = closedAt != null && open().isEmpty();
        if (returns && (!known || closedAt.plus(AWAY_BY_MISTAKE).isBefore(now))) {
            remember(row.reposted());
        }
        members.put(member.postingId(), member);
        read.put(member.postingId(), posting);
        concerned = true;
    }

    /** Gives a posting away that is another job now. */
    void remove(String postingId) {
        members.remove(postingId);
        read.remove(postingId);
        concerned = true;
    }

    /** Notes that a posting is no longer listed. One of the same place that its source listed later stands for it now. */
    void close(Member member, Instant now) {
        members.put(member.postingId(), member.closed());
        concerned = true;
        boolean replaced = open().stream()
                .anyMatch(other -> other.sourceId().equals(member.sourceId())
                        && other.firstSeenAt().isAfter(member.firstSeenAt())
                        && placeNames(other.shown().places())
                                .equals(placeNames(member.shown().places())));
        if (replaced) {
            remember(row.reposted());
        }
    }

    /** Whether one of its open postings is of this source. */
    boolean openAt(UUID sourceId) {
        return members.values().stream()
                .anyMatch(member -> member.open() && member.sourceId().equals(sourceId));
    }

    /** The posting whose content is told: the employer's own, and then the one that it was before. */
    Member lead() {
        List<Member> open = open();
        List<Member> own = open.stream().filter(Member::own).toList();
        List<Member> best = own.isEmpty() ? open : own;
        return best.stream()
                .filter(member -> member.postingId().equals(row.lead()))
                .findFirst()
                .orElseGet(() -> best.get(0));
    }

    /** What was read of a posting now; null if it was not read. */
    @Nullable
    Posting read(String postingId) {
        return read.get(postingId);
    }

    /** Tells of it, if there is anything that was not told; null if there is not. At least one posting must be open. */
    @Nullable
    JobPosted tell(Instant now) {
        Member lead = lead();
        JobPosted told = row.told();
        JobPosted next = next(lead, now);
        if (told != null && JobContent.same(told, next)) {
            if (!lead.postingId().equals(row.lead())) {
                remember(row.told(told, lead.postingId()));
            }
            return null;
        }
        remember(row.told(next, lead.postingId()));
        return next;
    }

    /** Takes it for told in this version, which somebody else has told. */
    void toldBefore(Instant now) {
        Member lead = lead();
        JobPosted next = next(lead, now);
        remember(row.told(JobContent.ofVersion(next, row.version()), lead.postingId()));
    }

    /** Closes it. */
    JobClosed close(String source, Instant now) {
        remember(row.closed(now));
        return new JobClosed(row.jobId(), row.version(), source, now);
    }

    private JobPosted next(Member lead, Instant now) {
        Posting posting = read.get(lead.postingId());
        JobPosted told = row.told();
        List<Place> places = places();
        if (posting != null || told == null) {
            Posting content = posting == null ? read.values().iterator().next() : posting;
            return JobContent.of(row, content, places, now);
        }
        return JobContent.again(row, told, lead.shown(), !lead.postingId().equals(row.lead()), places, now);
    }

    /** All places of its open postings, each once, in the order in which they were listed. */
    private List<Place> places() {
        Map<String, Place> places = new LinkedHashMap<>();
        open().forEach(member -> member.shown().places().forEach(place -> places.putIfAbsent(name(place), place)));
        return places.values().stream().limit(MOST_PLACES).toList();
    }

    /** The names of places, for comparing them. */
    static List<String> placeNames(List<Place> places) {
        return places.stream().map(FoldedJob::name).sorted().toList();
    }

    private static String name(Place place) {
        return place.text().toLowerCase(Locale.ROOT);
    }
}
