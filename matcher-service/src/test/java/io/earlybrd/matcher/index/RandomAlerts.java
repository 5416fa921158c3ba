package io.earlybrd.matcher.index;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.matcher.query.InvalidQuery;
import io.earlybrd.matcher.query.Query;
import io.earlybrd.matcher.testing.Wish;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes up alerts from a vocabulary. */
final class RandomAlerts {

    private static final List<String> PLACES =
            List.of("Berlin", "London", "United States", "Germany", "Europe", "Paris");
    private static final List<String> REMOTE =
            List.of(AlertFilters.REMOTE_ALSO, AlertFilters.REMOTE_ONLY, AlertFilters.REMOTE_NO);

    private final Random random;
    private final List<String> vocabulary;

    RandomAlerts(Random random, List<String> vocabulary) {
        this.random = random;
        this.vocabulary = vocabulary;
    }

    AlertSaved next() {
        boolean wordless = random.nextInt(10) == 0;
        Wish wish = Wish.of(wordless ? "" : query())
                .id(new UUID(random.nextLong(), random.nextLong()))
                .by(new UUID(0, random.nextInt(1000)));
        if (wordless || random.nextInt(3) == 0) {
            wish.in(some(PLACES));
        }
        if (random.nextInt(6) == 0) {
            wish.notAt(some(vocabulary));
        }
        if (random.nextInt(12) == 0) {
            wish.onlyAt(some(vocabulary));
        }
        if (random.nextInt(4) == 0) {
            wish.remote(one(REMOTE));
        }
        if (random.nextInt(6) == 0) {
            wish.from(
                    20_000 + random.nextInt(100_000),
                    random.nextBoolean() ? "EUR" : "USD",
                    "year",
                    random.nextBoolean());
        }
        if (random.nextInt(8) == 0) {
            wish.seniorities("senior");
        }
        if (random.nextInt(4) == 0) {
            wish.withAliases();
        }
        if (random.nextInt(3) == 0) {
            wish.employersOnly();
        }
        if (random.nextInt(3) == 0) {
            wish.withReposts();
        }
        return wish.saved();
    }

    /** A query that is one: those that only exclude are drawn again. */
    String query() {
        while (true) {
            String text = alternatives(2);
            try {
                return Query.parse(text).text();
            } catch (InvalidQuery e) {
                // Drawn again.
            }
        }
    }

    private String alternatives(int depth) {
        StringBuilder text = new StringBuilder(row(depth));
        while (random.nextInt(3) == 0) {
            text.append(" OR ").append(row(depth));
        }
        return text.toString();
    }

    private String row(int depth) {
        StringBuilder text = new StringBuilder(item(depth));
        while (random.nextInt(2) == 0) {
            text.append(' ').append(item(depth));
        }
        return text.toString();
    }

    private String item(int depth) {
        String sign = random.nextInt(5) == 0 ? "-" : "";
        String scope = random.nextInt(6) == 0 ? "title:" : "";
        return switch (random.nextInt(depth > 0 ? 5 : 4)) {
            case 0, 1, 2 -> sign + scope + one(vocabulary);
            case 3 -> sign + scope + '"' + one(vocabulary) + ' ' + one(vocabulary) + '"';
            default -> sign + "(" + alternatives(depth - 1) + ")";
        };
    }

    private String[] some(List<String> values) {
        return Stream.generate(() -> one(values)).limit(1 + random.nextInt(3)).toArray(String[]::new);
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
