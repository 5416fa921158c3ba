package io.earlybrd.scraper.testing;

import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.PostingDraft;
import java.util.List;
import java.util.stream.IntStream;

/** Postings of which only the number matters. */
public final class Postings {

    private Postings() {}

    /** So many different ones. */
    public static List<Posting> several(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new PostingDraft("job-" + number)
                        .title("Developer " + number)
                        .company("Fjordbank")
                        .url("https://fjordbank.example/jobs/" + number)
                        .posting())
                .toList();
    }
}
