package io.earlybrd.matcher.preview;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.query.InvalidQuery;
import io.earlybrd.matcher.testing.Wish;
import java.util.List;
import java.util.Random;

/** Makes up what subscribers look for, with every kind of clause. */
final class RandomWishes {

    private final Random random;
    private final List<String> words;
    private final List<String> places;
    private final List<String> companies;

    RandomWishes(Random random, List<String> words, List<String> places, List<String> companies) {
        this.random = random;
        this.words = words;
        this.places = places;
        this.companies = companies;
    }

    /** Criteria that are some: words that only exclude are drawn again. */
    Criteria next() {
        while (true) {
            try {
                return wish().criteria();
            } catch (InvalidQuery e) {
                // Drawn again.
            }
        }
    }

    private Wish wish() {
        Wish wish = Wish.of(random.nextInt(6) == 0 ? "" : query(2));
        if (random.nextInt(3) == 0) {
            wish.withAliases();
        }
        if (random.nextInt(3) == 0) {
            wish.in(one(places), one(places));
        }
        if (random.nextInt(3) == 0) {
            wish.remote(one(List.of(AlertFilters.REMOTE_ALSO, AlertFilters.REMOTE_ONLY, AlertFilters.REMOTE_NO)));
        }
        if (random.nextInt(5) == 0) {
            wish.onlyAt(one(companies), one(companies), one(companies));
        }
        if (random.nextInt(5) == 0) {
            wish.notAt(one(companies));
        }
        if (random.nextInt(4) == 0) {
            wish.from(20_000 + random.nextInt(80_000), one(List.of("EUR", "USD")), "year", random.nextBoolean());
        }
        if (random.nextInt(6) == 0) {
            wish.employmentTypes("full-time");
        }
        if (random.nextInt(6) == 0) {
            wish.seniorities("senior", "lead");
        }
        if (random.nextInt(4) == 0) {
            wish.employersOnly();
        }
        if (random.nextInt(4) == 0) {
            wish.withReposts();
        }
        return wish;
    }

    private String query(int depth) {
        StringBuilder text = new StringBuilder(item(depth));
        while (random.nextInt(2) == 0) {
            text.append(one(List.of(" ", " ", " ", " OR "))).append(item(depth));
        }
        return text.toString();
    }

    private String item(int depth) {
        String sign = random.nextInt(5) == 0 ? "-" : "";
        String scope = one(List.of("", "", "", "", "title:", "company:"));
        return switch (random.nextInt(depth > 0 ? 6 : 5)) {
            case 0 -> sign + scope + '"' + one(words) + '"';
            case 1, 2 -> sign + scope + one(words);
            case 3 -> sign + scope + '"' + one(words) + ' ' + one(words) + '"';
            case 4 -> sign + '"' + one(words) + ' ' + one(words) + ' ' + one(words) + '"';
            default -> sign + "(" + query(depth - 1) + ")";
        };
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
