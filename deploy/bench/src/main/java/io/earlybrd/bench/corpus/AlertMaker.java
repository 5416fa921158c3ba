package io.earlybrd.bench.corpus;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.SalaryFloor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** Makes up alerts of the words, places and employers that people wish for, with remote work, pay and seniority as filters. */
final class AlertMaker {

    private static final long ALERTS_A_SUBSCRIBER = 3;
    private static final Instant FIRST_SAVED = Instant.parse("2026-01-01T00:00:00Z");

    private static final List<List<String>> SENIORITIES = List.of(
            List.of("senior"),
            List.of("senior", "lead"),
            List.of("junior"),
            List.of("mid", "senior"),
            List.of("junior", "mid"));
    private static final List<List<String>> EMPLOYMENT_TYPES =
            List.of(List.of("full-time"), List.of("full-time", "contract"), List.of("part-time"), List.of("contract"));
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "GBP");

    private final Wishes wishes;
    private final long seed;

    AlertMaker(Wishes wishes, long seed) {
        this.wishes = wishes;
        this.seed = ~seed;
    }

    AlertSaved alert(long n) {
        SplittableRandom random = Draws.of(seed, n);
        long subscriber = n / ALERTS_A_SUBSCRIBER;
        Instant savedAt = FIRST_SAVED.plusSeconds(n);
        String query = wishes.query(random);
        return new AlertSaved(
                id(savedAt, random),
                1,
                id(FIRST_SAVED.plusSeconds(subscriber), Draws.of(~seed, subscriber)),
                query,
                query,
                filters(random),
                AlertSaved.INSTANT,
                false,
                Optional.empty(),
                List.of(),
                savedAt);
    }

    private AlertFilters filters(SplittableRandom random) {
        int remote = random.nextInt(100);
        return new AlertFilters(
                random.nextInt(100) < 85 ? places(random) : List.of(),
                remote < 80
                        ? AlertFilters.REMOTE_ALSO
                        : remote < 92 ? AlertFilters.REMOTE_ONLY : AlertFilters.REMOTE_NO,
                random.nextInt(100) < 1 ? List.of(wishes.employer(random)) : List.of(),
                random.nextInt(100) < 4 ? List.of(wishes.employer(random)) : List.of(),
                random.nextInt(100) < 18 ? Optional.of(salaryFloor(random)) : Optional.empty(),
                random.nextInt(100) < 8 ? one(EMPLOYMENT_TYPES, random) : List.of(),
                random.nextInt(100) < 20 ? one(SENIORITIES, random) : List.of());
    }

    private List<String> places(SplittableRandom random) {
        int count = random.nextInt(100) < 75 ? 1 : 2 + random.nextInt(2);
        List<String> places = new ArrayList<>(count);
        while (places.size() < count) {
            places.add(wishes.place(random));
        }
        return places;
    }

    private static SalaryFloor salaryFloor(SplittableRandom random) {
        long thousands = 30 + 5L * random.nextInt(25);
        return new SalaryFloor(thousands * 100_000, one(CURRENCIES, random), "year", random.nextInt(4) != 0);
    }

    /** A UUIDv7, as all ids are. */
    private static UUID id(Instant at, SplittableRandom random) {
        return new UUID(
                at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000),
                random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    private static <T> T one(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }
}
