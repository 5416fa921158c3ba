package io.earlybrd.scraper.posting;

import io.earlybrd.events.EventIds;
import io.earlybrd.events.company.CompanyNames;
import io.earlybrd.scraper.provider.Posting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what copies of one job know each other.
 *
 * @param title hash of the title
 * @param kin hash of company and title
 * @param copy hash of title and text; null if the text is too short to know a copy by it
 * @param simhash fingerprint of the text
 * @param words length of the text
 */
record FoldKey(long title, long kin, @Nullable Long copy, long simhash, int words) {

    /** A shorter text says "apply now" rather than what the job is. */
    private static final int FEWEST_WORDS = 20;

    /** Below that, one word more or less moves too many bits. */
    private static final int FEWEST_WORDS_NEARLY_ALIKE = 100;

    /** Of 64 bits: texts that differ in about one word of a hundred. */
    private static final int MOST_BITS = 3;

    /** The key of a posting. */
    static FoldKey of(Posting posting) {
        String title = Words.title(posting.title(), posting.places());
        String company = CompanyNames.comparable(posting.company());
        List<String> words = Words.text(posting.description(), posting.places());
        return new FoldKey(
                hash("title", title),
                hash("kin", company.isEmpty() ? posting.company() : company, title),
                words.size() < FEWEST_WORDS ? null : (Long) hash("copy", title, String.join(" ", words)),
                Simhash.of(words),
                words.size());
    }

    /** Whether two texts differ in hardly more than formatting. */
    boolean nearlyAlike(long otherSimhash, int otherWords) {
        return Math.min(words, otherWords) >= FEWEST_WORDS_NEARLY_ALIKE
                && Math.abs(words - otherWords) * 20 <= Math.max(words, otherWords)
                && Simhash.distance(simhash, otherSimhash) <= MOST_BITS;
    }

    /** Whether the text says so much that another company has hardly written the same of another opening in the same place. */
    boolean longEnoughForOthers() {
        return words >= FEWEST_WORDS_NEARLY_ALIKE;
    }

    private static long hash(Object... parts) {
        return EventIds.ofParts(parts).getMostSignificantBits();
    }
}
