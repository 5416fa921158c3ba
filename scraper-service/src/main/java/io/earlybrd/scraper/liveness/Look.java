package io.earlybrd.scraper.liveness;

import io.earlybrd.scraper.fetch.Validators;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the page of a posting that no list shows, and when it is looked at next: its row in the table, where each part
 * is explained.
 */
record Look(
        String postingId,
        String url,
        Instant seenAt,
        Instant dueAt,
        int looks,
        @Nullable Instant openAt,
        @Nullable Instant goneSince,
        int strikes,
        int silences,
        @Nullable Instant endsAt,
        @Nullable String etag,
        @Nullable String lastModified) {

    /** So many looks, {@link #APART} from each other, that find no page are believed. */
    static final int ENOUGH = 2;

    /** A site that is being deployed, or a cache that is wrong, is well again by then. */
    static final Duration APART = Duration.ofHours(1);

    private static final Duration LONGEST_REST = Duration.ofDays(14);

    private static final double MOST_JITTER = 0.1;

    /** A page of which nothing is known yet. */
    static Look first(String postingId, String url, Instant now) {
        return new Look(postingId, url, now, now, 0, null, null, 0, 0, null, null, null);
    }

    /** What to show with the request. */
    Validators validators() {
        return new Validators(etag, lastModified);
    }

    /** Whether the job is not open any more, as the last look has confirmed. */
    boolean over() {
        return strikes >= ENOUGH && silences == 0;
    }

    /**
     * What is known after a look.
     *
     * @param believed whether a page that is not there says something about its job
     * @param chance from 0 to 1
     */
    Look after(Sight sight, boolean believed, Instant now, double chance) {
        return switch (sight.kind()) {
            case OPEN -> found(sight, null, 0, now.plus(jittered(rest(now), chance)), now);
            case OVER -> found(sight, now, ENOUGH, now.plus(jittered(APART, chance)), now);
            case GONE, LED_UP -> believed ? gone(now, chance) : silent(sight, now, chance);
            case SILENT -> silent(sight, now, chance);
        };
    }

    private Look found(Sight sight, @Nullable Instant since, int newStrikes, Instant due, Instant now) {
        return new Look(
                postingId,
                url,
                seenAt,
                due,
                looks + 1,
                now,
                since,
                newStrikes,
                0,
                sight.endsAt(),
                sight.validators().etag(),
                sight.validators().lastModified());
    }

    private Look gone(Instant now, double chance) {
        boolean strike = goneSince == null || !goneSince.plus(APART).isAfter(now);
        Duration next = over() ? rest(now) : APART;
        return new Look(
                postingId,
                url,
                seenAt,
                now.plus(jittered(next, chance)),
                looks + 1,
                openAt,
                goneSince == null ? now : goneSince,
                Math.min(strikes + (strike ? 1 : 0), ENOUGH),
                0,
                endsAt,
                etag,
                lastModified);
    }

    private Look silent(Sight sight, Instant now, double chance) {
        Duration backOff = Duration.ofDays(1L << Math.min(silences, 4));
        Duration rest = backOff.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : backOff;
        Duration asked = sight.retryAfter();
        return new Look(
                postingId,
                url,
                seenAt,
                now.plus(jittered(asked != null && asked.compareTo(rest) > 0 ? asked : rest, chance)),
                looks + 1,
                openAt,
                goneSince,
                strikes,
                silences + 1,
                endsAt,
                etag,
                lastModified);
    }

    /** A job that left its list long ago and is open all the same will be so for a while. */
    private Duration rest(Instant now) {
        Duration rest = Duration.between(seenAt, now).dividedBy(4);
        Duration shortest = Duration.ofDays(1);
        if (rest.compareTo(shortest) < 0) {
            return shortest;
        }
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    /** Never less: strikes must be so far apart, and who asks for rest means it. */
    private static Duration jittered(Duration rest, double chance) {
        return rest.plusMillis((long) (rest.toMillis() * MOST_JITTER * chance));
    }
}
