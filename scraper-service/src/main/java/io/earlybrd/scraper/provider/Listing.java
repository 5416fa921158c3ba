package io.earlybrd.scraper.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Collects the postings of one answer and says what the answer amounts to. A listing that cannot be used makes the outcome
 * partial and loses nothing else. So does an answer that breaks off or contradicts itself; and that one is not the whole list.
 */
public final class Listing {

    /** Four times what the largest employers list; each may take some kilobytes of memory, and more would take all of it. */
    static final int MOST = 10_000;

    private final List<Posting> postings = new ArrayList<>();
    private int unusable;
    private boolean gone;
    private boolean brokenOff;
    private String firstFault = "";

    private Listing() {}

    /** How an adapter reads an answer. */
    @FunctionalInterface
    public interface Reader {

        /**
         * Adds what it finds.
         *
         * @throws UnexpectedShape if the answer is not what the adapter knows
         */
        void read(Listing listing) throws IOException;
    }

    /**
     * Lets an adapter read an answer.
     *
     * @throws IOException if the answer could not be received to its end, and nothing of it was read before
     */
    public static Outcome read(Reader reader) throws IOException {
        Listing listing = new Listing();
        try {
            reader.read(listing);
        } catch (JsonProcessingException e) {
            // The parser's own message would quote the answer into our logs.
            listing.breakOff("malformed JSON");
        } catch (UnexpectedShape e) {
            listing.breakOff(e.getMessage());
        } catch (IOException e) {
            if (listing.postings.isEmpty()) {
                throw e;
            }
            listing.breakOff("broken answer: " + e.getMessage());
        } catch (RuntimeException e) {
            Log.error("adapter failed in the middle of an answer", e);
            listing.breakOff("own failure: " + e.getClass().getSimpleName());
        }
        return listing.outcome();
    }

    /**
     * Adds one posting, unless it cannot be made; a listing that no adapter foresaw must not lose the others either.
     *
     * @throws UnexpectedShape if there are too many, which ends the reading and leaves those that were read
     */
    public void add(Supplier<Posting> posting) {
        if (postings.size() + unusable >= MOST) {
            throw new UnexpectedShape("more than " + MOST + " listed");
        }
        try {
            postings.add(posting.get());
        } catch (UnusablePosting e) {
            unusable++;
            fault(e.getMessage());
        } catch (RuntimeException e) {
            unusable++;
            fault(e.toString());
        }
    }

    /** Notes that the provider says in its answer that it has no such board. */
    public void gone() {
        gone = true;
    }

    /** The number of listings that the provider says there are: if others came, this is not its whole list. */
    public void expect(int total) {
        int listed = postings.size() + unusable;
        if (total > listed) {
            breakOff("only " + listed + " of " + total + " listed");
        } else if (total < listed) {
            breakOff(listed + " listed, though there are " + total);
        }
    }

    private void breakOff(String reason) {
        brokenOff = true;
        fault(reason);
    }

    private void fault(String reason) {
        firstFault = firstFault.isEmpty() ? reason : firstFault;
    }

    private Outcome outcome() {
        if (gone) {
            return new Outcome.Gone("the provider knows no such board");
        }
        if (firstFault.isEmpty()) {
            return postings.isEmpty() ? new Outcome.Empty() : new Outcome.Ok(postings);
        }
        String reason = unusable == 0 ? firstFault : unusable + " unusable, first: " + firstFault;
        return postings.isEmpty()
                ? new Outcome.ChangedShape(reason)
                : new Outcome.Partial(postings, reason, !brokenOff);
    }
}
