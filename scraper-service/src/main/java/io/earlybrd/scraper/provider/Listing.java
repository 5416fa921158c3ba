package io.earlybrd.scraper.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Collects the postings of one answer and says what the answer amounts to. A listing that cannot be used makes the outcome
 * partial and loses nothing else. So does an answer that breaks off or contradicts itself; and that one is not the whole list.
 */
public final class Listing {

    /** Four times what the largest employers list; each may take some kilobytes of memory, and more would take all of it. */
    public static final int MOST = 10_000;

    private final List<Posting> postings = new ArrayList<>();
    private final List<Stub> stubs = new ArrayList<>();
    private final List<BoardRequest> next = new ArrayList<>();
    private OptionalInt total = OptionalInt.empty();
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
        } catch (UnexpectedShape | UnusablePosting e) {
            listing.breakOff(e.getMessage());
        } catch (IOException e) {
            if (listing.size() == 0) {
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
        addTo(postings, posting);
    }

    /**
     * Adds one listing whose details are elsewhere.
     *
     * @throws UnexpectedShape if there are too many
     */
    public void addStub(Supplier<Stub> stub) {
        addTo(stubs, stub);
    }

    private <T> void addTo(List<T> list, Supplier<T> listing) {
        if (size() >= MOST) {
            throw new UnexpectedShape("more than " + MOST + " listed");
        }
        try {
            list.add(listing.get());
        } catch (UnusablePosting e) {
            unusable++;
            fault(e.getMessage());
        } catch (RuntimeException e) {
            // Its message may quote the listing into our logs.
            unusable++;
            fault("own failure: " + e.getClass().getSimpleName());
        }
    }

    /** Notes that the provider says in its answer that it has no such board. */
    public void gone() {
        gone = true;
    }

    /**
     * The number of listings that the provider says its list has, all pages together: if others came, it was not read whole. To be
     * said on the first page only.
     *
     * @param stated nothing is said by what is no whole number
     */
    public void expect(JsonNode stated) {
        total = stated.isInt() ? OptionalInt.of(stated.asInt()) : OptionalInt.empty();
    }

    /** Where the list goes on; what is named by several answers is asked once. */
    public void next(BoardRequest request) {
        next.add(request);
    }

    /** The number of listings that were added until now, unusable ones among them. */
    public int size() {
        return postings.size() + stubs.size() + unusable;
    }

    private void compareWithTotal() {
        if (next.isEmpty() && total.isPresent()) {
            String difference = difference(size(), total.getAsInt());
            if (!difference.isEmpty()) {
                breakOff(difference);
            }
        }
    }

    /** How the number of listings differs from what the provider says; empty if it does not. */
    public static String difference(int listed, int stated) {
        if (stated > listed) {
            return "only " + listed + " of " + stated + " listed";
        }
        return stated < listed ? listed + " listed, though there are " + stated : "";
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
        compareWithTotal();
        Listed listed = new Listed(postings, stubs, unusable, next, total);
        boolean nothing = listed.size() == 0 && next.isEmpty();
        if (firstFault.isEmpty()) {
            return nothing ? new Outcome.Empty() : new Outcome.Ok(listed);
        }
        String reason = unusable == 0 ? firstFault : unusable + " unusable, first: " + firstFault;
        return nothing ? new Outcome.ChangedShape(reason) : new Outcome.Partial(listed, reason, !brokenOff);
    }
}
