package io.earlybrd.bench.corpus;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Wishes as people write them: two to four terms of one trade (its titles as a phrase or by a word of them, its skills, now and then a
 * name that few ads hold), some of them alternatives, and exclusions.
 */
record MadeUpWishes(Vocabulary vocabulary) implements Wishes {

    private static final List<String> EXCLUDED = List.of(
            "senior",
            "junior",
            "manager",
            "intern",
            "lead",
            "agency",
            "contract",
            "travel",
            "night shift",
            "visa sponsorship",
            "director",
            "working student",
            "freelance",
            "principal",
            "relocation");

    @Override
    public String query(SplittableRandom random) {
        Family family = vocabulary.families.next(random);
        int length = random.nextInt(100);
        int terms = length < 30 ? 2 : length < 70 ? 3 : 4;
        StringBuilder query = new StringBuilder(48);
        for (int i = 0; i < terms; i++) {
            query.append(i == 0 ? "" : " ");
            int kind = random.nextInt(100);
            if (i == 0 && kind < 60) {
                title(family, query, random);
            } else if (kind < 92) {
                skills(family, query, random);
            } else {
                query.append(vocabulary.names.next(random));
            }
        }
        if (random.nextInt(100) < 28) {
            query.append(" -");
            term(EXCLUDED.get(random.nextInt(EXCLUDED.size())), query);
        }
        return query.toString();
    }

    private static void title(Family family, StringBuilder query, SplittableRandom random) {
        String title = family.titles().next(random).toLowerCase();
        switch (random.nextInt(6)) {
            case 0, 1 -> term(title, query);
            case 2, 3 -> query.append("title:").append(lastWord(title));
            case 4 -> {
                query.append("title:");
                term(title, query);
            }
            default -> query.append(lastWord(title));
        }
    }

    /** One, or alternatives. */
    private static void skills(Family family, StringBuilder query, SplittableRandom random) {
        if (random.nextInt(100) < 72) {
            term(family.skills().next(random), query);
            return;
        }
        query.append('(');
        term(family.skills().next(random), query);
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            query.append(" OR ");
            term(family.skills().next(random), query);
        }
        query.append(')');
    }

    private static void term(String words, StringBuilder query) {
        boolean phrase = words.indexOf(' ') >= 0;
        query.append(phrase ? "\"" : "").append(words).append(phrase ? "\"" : "");
    }

    private static String lastWord(String title) {
        return title.substring(title.lastIndexOf(' ') + 1);
    }

    @Override
    public String place(SplittableRandom random) {
        return random.nextInt(100) < 80 ? vocabulary.cities.next(random).name() : vocabulary.countries.next(random);
    }

    @Override
    public String employer(SplittableRandom random) {
        return vocabulary.employers.next(random);
    }
}
