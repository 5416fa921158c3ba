package io.earlybrd.scraper.posting;

import io.earlybrd.scraper.provider.Stub;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which details are to be read, and in which order: what nobody knows of yet comes first. */
final class DetailOrder {

    /** How long a failure is believed: a listing that cannot be read must not take the place of others in every crawl. */
    static final Duration PUT_OFF = Duration.ofHours(1);

    // Read again now and then, so that a description that changes behind an unchanged list is noticed some day; spread
    // over two
    // days, so that a board whose details were read at once is not read at once again.
    private static final Duration OLD_AFTER = Duration.ofDays(6);
    private static final Duration SPREAD = Duration.ofDays(2);

    private enum Urgency {
        NO_POSTING_YET,
        NEVER_READ,
        OTHER_REVISION,
        OLD
    }

    private DetailOrder() {}

    /**
     * Those that are to be read, the most urgent first.
     *
     * @param rows what is known, by external id
     */
    static List<Stub> of(List<Stub> stubs, Map<String, DetailRow> rows, Instant now) {
        record Ranked(Stub stub, Urgency urgency, Instant readAt) {}
        return stubs.stream()
                .flatMap(stub -> {
                    DetailRow row = rows.get(stub.externalId());
                    Urgency urgency = urgency(stub, row, now);
                    return urgency == null ? Stream.<Ranked>empty() : Stream.of(new Ranked(stub, urgency, readAt(row)));
                })
                .sorted(Comparator.comparing(Ranked::urgency).thenComparing(Ranked::readAt))
                .map(Ranked::stub)
                .toList();
    }

    private static @Nullable Urgency urgency(Stub stub, @Nullable DetailRow row, Instant now) {
        if (row == null) {
            return Urgency.NO_POSTING_YET;
        }
        if (row.putOffUntil() != null && row.putOffUntil().isAfter(now)) {
            return null;
        }
        if (!row.known()) {
            return Urgency.NO_POSTING_YET;
        }
        if (row.revision() == null || !row.open()) {
            return Urgency.NEVER_READ;
        }
        if (!row.revision().equals(Identity.revision(stub.revision()))) {
            return Urgency.OTHER_REVISION;
        }
        return readAt(row).plus(oldAfter(stub.externalId())).isAfter(now) ? null : Urgency.OLD;
    }

    private static Instant readAt(@Nullable DetailRow row) {
        return row == null || row.readAt() == null ? Instant.EPOCH : row.readAt();
    }

    private static Duration oldAfter(String externalId) {
        return OLD_AFTER.plusSeconds(Math.floorMod(externalId.hashCode(), SPREAD.toSeconds()));
    }
}
