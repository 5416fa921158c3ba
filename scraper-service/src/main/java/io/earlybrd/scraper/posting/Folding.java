package io.earlybrd.scraper.posting;

import io.earlybrd.events.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which job a listing is of. Two openings that are taken for one cost somebody a job, one that is taken for two costs a
 * line in a mail: so in doubt they are two. The rules and their reasons are in the decision record "One job of many postings".
 */
final class Folding {

    /** Who posts the same again after a longer time has a new opening. */
    static final Duration REMEMBERED = Duration.ofDays(90);

    private final Map<String, FoldedJob> jobs = new LinkedHashMap<>();
    private final Map<String, FoldedJob> byPosting = new LinkedHashMap<>();
    private final String source;
    private final long forgottenVersion;
    private final Instant now;

    /**
     * Begins with all jobs that may be concerned.
     *
     * @param source name of the source that is read
     * @param forgottenVersion the latest that a job of that source had which is deleted here
     */
    Folding(String source, Collection<FoldedJob> known, long forgottenVersion, Instant now) {
        known.forEach(job -> jobs.put(job.row().jobId(), job));
        this.source = source;
        this.forgottenVersion = forgottenVersion;
        this.now = now;
    }

    /** Gives each listing to a job. */
    void fold(List<Moved> listings) {
        List<Moved> homeless = new ArrayList<>();
        Map<String, List<Moved>> byJob = new LinkedHashMap<>();
        for (Moved listing : listings) {
            PostingRow row = listing.row();
            if (row == null) {
                homeless.add(listing);
            } else if (row.foldedInto() == null) {
                adopt(listing, row);
            } else {
                byJob.computeIfAbsent(row.job(), id -> new ArrayList<>()).add(listing);
            }
        }
        byJob.forEach((jobId, changed) -> homeless.addAll(renew(Objects.requireNonNull(jobs.get(jobId)), changed)));
        homeless.forEach(this::house);
    }

    /** The jobs that listings were given to. */
    Collection<FoldedJob> jobs() {
        return jobs.values();
    }

    /** The job that a listing was given to. */
    FoldedJob jobOf(Moved listing) {
        return Objects.requireNonNull(byPosting.get(listing.postingId()));
    }

    /** A listing that the version before stored and told of as a job of its own stays one; others may join it. */
    private void adopt(Moved listing, PostingRow row) {
        JobRow first = JobRow.first(
                row.postingId(),
                source,
                listing.key(),
                row.postingId(),
                row.version(),
                row.backfill(),
                row.firstSeenAt());
        FoldedJob job = FoldedJob.adopted(unique(first));
        jobs.put(row.postingId(), job);
        give(listing, job);
        if (row.closedAt() == null && row.contentHash().equals(listing.contentHash())) {
            job.toldBefore(now);
        }
    }

    /**
     * Lets a job know of what has changed in its listings.
     *
     * @return those that are another job now: they have another title than those that did not change
     */
    private List<Moved> renew(FoldedJob job, List<Moved> changed) {
        Set<String> ids = changed.stream().map(Moved::postingId).collect(Collectors.toSet());
        boolean others = job.open().stream().anyMatch(member -> !ids.contains(member.postingId()));
        Moved lead = changed.stream()
                .filter(listing -> listing.postingId().equals(job.row().lead()))
                .findFirst()
                .orElse(changed.get(0));
        long title = others ? job.row().title() : lead.key().title();
        List<Moved> leaving = new ArrayList<>();
        for (Moved listing : changed) {
            if (listing.key().title() == title) {
                job.remember(
                        job.row().atLeast(Objects.requireNonNull(listing.row()).version()));
                give(listing, job);
            } else {
                job.remove(listing.postingId());
                leaving.add(listing);
            }
        }
        if (!leaving.contains(lead) && lead.postingId().equals(job.lead().postingId())) {
            job.remember(unique(job.row().withKey(lead.key())));
        }
        return leaving;
    }

    private void house(Moved listing) {
        FoldedJob job = jobs.values().stream()
                .filter(candidate -> takes(candidate, listing))
                .min(Comparator.<FoldedJob, Boolean>comparing(
                                candidate -> candidate.row().closedAt() != null)
                        .thenComparing(candidate -> !sameText(candidate.row(), listing.key()))
                        .thenComparing(candidate -> candidate.row().firstSeenAt())
                        .thenComparing(candidate -> candidate.row().jobId()))
                .orElseGet(() -> found(listing));
        give(listing, job);
    }

    private FoldedJob found(Moved listing) {
        PostingRow row = listing.row();
        String jobId =
                row == null ? listing.postingId() : Identity.hash("job", listing.postingId(), "after", row.version());
        boolean backfill = row == null && listing.backfill();
        JobRow first = JobRow.first(jobId, source, listing.key(), listing.postingId(), forgottenVersion, backfill, now);
        jobs.values().stream()
                .filter(job -> sameKey(job.row(), first))
                .forEach(job -> job.remember(job.row().withoutKey()));
        FoldedJob job = FoldedJob.fresh(first);
        jobs.put(jobId, job);
        return job;
    }

    private void give(Moved listing, FoldedJob job) {
        job.put(listing.member(), listing.posting(), now);
        byPosting.put(listing.postingId(), job);
    }

    private boolean takes(FoldedJob job, Moved listing) {
        JobRow row = job.row();
        Instant closedAt = row.closedAt();
        if (row.title() != listing.key().title()
                || row.kin() == null
                || job.members().size() >= FoldedJob.MOST_POSTINGS
                || closedAt != null && closedAt.plus(REMEMBERED).isBefore(now)) {
            return false;
        }
        Set<String> places = places(job);
        Set<String> own = cities(listing.posting().places());
        boolean full = places.size() + own.size() > FoldedJob.MOST_PLACES;
        // Few are mailed of a job that comes back, and nobody of one that was there before us: what is new
        // elsewhere must not hide in it.
        boolean quiet = row.backfill() && !listing.backfill() || row.reposts() > 0 || closedAt != null;
        boolean hidden = quiet && !places.containsAll(own);
        return samePage(job, listing) || !full && !hidden && sameOpening(job, listing, places, own);
    }

    /** Two sources that link to one page of one employer's job. */
    private static boolean samePage(FoldedJob job, Moved listing) {
        String page = UrlKey.of(listing.posting().url());
        return page != null
                && Objects.equals(job.row().kin(), listing.key().kin())
                && !job.openAt(listing.sourceId())
                && job.open().stream()
                        .anyMatch(member -> page.equals(UrlKey.of(member.shown().url())));
    }

    private static boolean sameOpening(FoldedJob job, Moved listing, Set<String> places, Set<String> own) {
        JobRow row = job.row();
        FoldKey key = listing.key();
        boolean kin = Objects.equals(row.kin(), key.kin());
        boolean meet = places.isEmpty() || own.isEmpty() || own.stream().anyMatch(places::contains);
        if (sameText(row, key)) {
            // Employers of one chain use one text: with another name, only the same place makes it the same opening.
            return kin || meet && !own.isEmpty() && !places.isEmpty() && key.longEnoughForOthers();
        }
        // Who lists two nearly alike texts for one place means two openings; for two places, one in both.
        return kin
                && (statedSame(job, listing) || key.nearlyAlike(row.simhash(), row.words()))
                && (job.openAt(listing.sourceId()) ? !meet : meet);
    }

    /** Whether the source itself says so, whatever each city's text adds. */
    private static boolean statedSame(FoldedJob job, Moved listing) {
        String opening = listing.posting().openingId();
        return opening != null
                && job.members().stream()
                        .anyMatch(member -> member.sourceId().equals(listing.sourceId())
                                && member.shown()
                                        .openingId()
                                        .filter(opening::equals)
                                        .isPresent());
    }

    private static boolean sameText(JobRow row, FoldKey key) {
        return key.copy() != null && key.copy().equals(row.copy());
    }

    private static Set<String> places(FoldedJob job) {
        return job.members().stream()
                .flatMap(member -> cities(member.shown().places()).stream())
                .collect(Collectors.toSet());
    }

    /** One source writes "Oslo", the other "Oslo, Norway". */
    private static Set<String> cities(List<Place> places) {
        return places.stream()
                .map(place -> place.text().split(",", 2)[0].strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** The row, unless another job has its key: then that one takes what is to come. */
    private JobRow unique(JobRow row) {
        boolean taken = jobs.values().stream()
                .map(FoldedJob::row)
                .anyMatch(other -> !other.jobId().equals(row.jobId()) && sameKey(other, row));
        return taken ? row.withoutKey() : row;
    }

    private static boolean sameKey(JobRow one, JobRow other) {
        return one.kin() != null
                && one.copy() != null
                && one.kin().equals(other.kin())
                && one.copy().equals(other.copy())
                && one.backfill() == other.backfill();
    }
}
