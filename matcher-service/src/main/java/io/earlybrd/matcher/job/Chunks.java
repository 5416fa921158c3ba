package io.earlybrd.matcher.job;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.Reason;
import io.earlybrd.events.SubscriberMatch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Cuts the subscribers of a partition into what one record may hold: a number of them, and less than the broker's limit of 1 MiB. Takes no more
 * of them than it is asked for.
 */
final class Chunks implements Iterator<List<SubscriberMatch>> {

    /** By the estimate below, which is never too low for text in UTF-8; leaves room for the summary of the job. */
    private static final int MAX_BYTES = 700_000;

    private static final int BYTES_OF_SUBSCRIBER = 80;
    private static final int BYTES_OF_ALERT = 100;
    private static final int BYTES_OF_REASON = 60;
    private static final int BYTES_OF_CHARACTER = 6;

    private final Supplier<Optional<SubscriberMatch>> subscribers;
    private Optional<SubscriberMatch> next;

    /** @param subscribers gives the next one; empty after the last */
    Chunks(Supplier<Optional<SubscriberMatch>> subscribers) {
        this.subscribers = subscribers;
        next = subscribers.get();
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public List<SubscriberMatch> next() {
        List<SubscriberMatch> chunk = new ArrayList<>();
        int bytes = 0;
        do {
            SubscriberMatch subscriber = next.orElseThrow(NoSuchElementException::new);
            chunk.add(subscriber);
            bytes += bytesOf(subscriber);
            next = subscribers.get();
        } while (next.isPresent()
                && chunk.size() < JobMatched.MAX_SUBSCRIBERS
                && bytes + bytesOf(next.get()) <= MAX_BYTES);
        return chunk;
    }

    private static int bytesOf(SubscriberMatch subscriber) {
        int bytes = BYTES_OF_SUBSCRIBER;
        for (AlertMatch alert : subscriber.alerts()) {
            bytes += BYTES_OF_ALERT;
            for (Reason reason : alert.reasons()) {
                bytes += BYTES_OF_REASON + BYTES_OF_CHARACTER * reason.clause().length();
            }
        }
        return bytes;
    }
}
