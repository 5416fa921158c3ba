package io.earlybrd.bench.corpus;

import io.earlybrd.events.JobPosted;
import io.earlybrd.events.JobTimes;
import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes up jobs: a trade's title, skills and pay, a city or remote work, and about 2,000 characters in the words of job ads. */
final class JobMaker {

    private static final int SHORTEST = 1_200;
    private static final int LONGEST = 2_800;
    private static final Instant FIRST_SEEN = Instant.parse("2026-11-01T08:00:00Z");

    /** Level in the title, and the seniority that a board may state with it. */
    private static final List<Level> LEVELS = List.of(
            new Level(48, "", "mid", 60),
            new Level(26, "Senior ", "senior", 85),
            new Level(8, "Junior ", "junior", 42),
            new Level(7, "Lead ", "lead", 100),
            new Level(5, "Staff ", "senior", 120),
            new Level(3, "Principal ", "lead", 135),
            new Level(3, "Working Student ", "junior", 20));

    private static final Map<String, String> CURRENCIES = Map.of("US", "USD", "GB", "GBP", "CA", "CAD", "CH", "CHF");
    private static final List<String> REMOTE_COUNTRIES = List.of("US", "US", "US", "DE", "GB", "CA", "PL");

    private final Vocabulary vocabulary;
    private final Weighted<Level> levels = Weighted.of(LEVELS, Level::weight);
    private final long seed;

    JobMaker(Vocabulary vocabulary, long seed) {
        this.vocabulary = vocabulary;
        this.seed = seed;
    }

    JobPosted job(long n) {
        SplittableRandom random = Draws.of(seed, n);
        Family family = vocabulary.families.next(random);
        Level level = levels.next(random);
        String id = String.format("%016x", random.nextLong());
        String company = vocabulary.employers.next(random);
        boolean remote = random.nextInt(100) < 10;
        List<Place> places = remote ? remotePlaces(random) : places(random);
        Instant seen = FIRST_SEEN.plusSeconds(random.nextInt(2_000_000));
        return new JobPosted(
                id,
                1,
                "greenhouse/" + company.toLowerCase().replace(' ', '-'),
                company,
                title(family, level, random),
                places,
                workplace(remote, random),
                description(family, company, random),
                salary(level, places, random),
                stated(60, random.nextInt(10) < 9 ? "full-time" : "contract", random),
                stated(50, level.seniority, random),
                URI.create("https://jobs.example/" + id),
                new JobTimes(Optional.of(seen), seen, seen),
                false,
                Optional.empty());
    }

    private String title(Family family, Level level, SplittableRandom random) {
        String title = level.prefix + family.titles().next(random);
        return switch (random.nextInt(8)) {
            case 0 -> title + " (m/f/d)";
            case 1 -> title + " - " + family.skills().next(random);
            case 2 -> title + ", " + capitalised(vocabulary.names.next(random));
            default -> title;
        };
    }

    private List<Place> places(SplittableRandom random) {
        int kind = random.nextInt(100);
        if (kind < 5) {
            return List.of(Place.of(2 + kind + " Locations"));
        }
        int count = kind < 85 ? 1 : kind < 95 ? 2 : 3;
        List<Place> places = new ArrayList<>(count);
        while (places.size() < count) {
            City city = vocabulary.cities.next(random);
            places.add(random.nextInt(4) == 0 ? Place.of(city.place().text()) : city.place());
        }
        return places;
    }

    private static List<Place> remotePlaces(SplittableRandom random) {
        if (random.nextInt(3) == 0) {
            return List.of(Place.of("Remote"));
        }
        String country = REMOTE_COUNTRIES.get(random.nextInt(REMOTE_COUNTRIES.size()));
        return List.of(new Place("Remote - " + country, Optional.empty(), Optional.empty(), Optional.of(country)));
    }

    private static Optional<String> workplace(boolean remote, SplittableRandom random) {
        if (remote) {
            return Optional.of("remote");
        }
        int kind = random.nextInt(10);
        return kind < 4 ? Optional.empty() : Optional.of(kind < 7 ? "hybrid" : "onsite");
    }

    private static Optional<Salary> salary(Level level, List<Place> places, SplittableRandom random) {
        if (random.nextInt(100) >= 35) {
            return Optional.empty();
        }
        String country = places.get(0).country().orElse("DE");
        long low = (level.thousands + random.nextInt(40) - 15L) * 100_000;
        boolean hourly = random.nextInt(20) == 0;
        long minor = hourly ? low / 2_080 : low;
        return Optional.of(new Salary(
                Optional.of(minor),
                random.nextInt(10) == 0 ? Optional.empty() : Optional.of(minor * (115 + random.nextInt(40)) / 100),
                CURRENCIES.getOrDefault(country, "EUR"),
                hourly ? "hour" : "year"));
    }

    private String description(Family family, String company, SplittableRandom random) {
        int length = SHORTEST + random.nextInt(LONGEST - SHORTEST);
        StringBuilder text = new StringBuilder(length + 200);
        text.append("About ").append(company).append("\n\n");
        while (text.length() < length) {
            boolean listed = random.nextInt(3) == 0;
            text.append(listed ? "- " : "");
            int words = 6 + random.nextInt(listed ? 6 : 14);
            for (int i = 0; i < words; i++) {
                String word = word(family, random);
                text.append(i == 0 ? capitalised(word) : word)
                        .append(i + 1 == words ? "" : random.nextInt(12) == 0 ? ", " : " ");
            }
            text.append(listed ? "\n" : random.nextInt(4) == 0 ? ".\n\n" : ". ");
        }
        return text.toString();
    }

    private String word(Family family, SplittableRandom random) {
        int kind = random.nextInt(1_000);
        if (kind < 16) {
            return family.skills().next(random);
        } else if (kind < 20) {
            return vocabulary.families.next(random).skills().next(random);
        } else if (kind < 24) {
            return family.titles().next(random);
        } else if (kind < 28) {
            return vocabulary.cities.next(random).name();
        } else if (kind < 74) {
            return vocabulary.names.next(random);
        }
        return vocabulary.words.next(random);
    }

    private static Optional<String> stated(int percent, String value, SplittableRandom random) {
        return random.nextInt(100) < percent ? Optional.of(value) : Optional.empty();
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private record Level(double weight, String prefix, String seniority, int thousands) {}
}
