package io.earlybrd.scraper.posting;

import io.earlybrd.scraper.provider.PostingDraft;
import java.util.Random;
import java.util.stream.Collectors;

/** Texts of made-up jobs. */
final class Texts {

    private static final String[] WORDS =
            ("you we team weld steel plate seam inspect report drawing safety shift machine repair customer site plan measure "
                            + "learn teach deliver build test write review design run own improve travel lift order stock pack load")
                    .split(" ");

    private Texts() {}

    /** A text of so many words, the same for the same seed; two seeds make two jobs. */
    static String of(int seed, int words) {
        return new Random(seed)
                .ints(words, 0, WORDS.length)
                .mapToObj(i -> WORDS[i])
                .collect(Collectors.joining(" "));
    }

    /** A listing. */
    static PostingDraft draft(String id, String company, String title, String place, String text) {
        return new PostingDraft(id)
                .title(title)
                .company(company)
                .places(place)
                .html(text)
                .url("https://careers.example/jobs/" + id);
    }
}
