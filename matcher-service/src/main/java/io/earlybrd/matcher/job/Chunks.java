package io.earlybrd.matcher.job;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.Reason;
import io.earlybrd.events.SubscriberMatch;
import java.util.ArrayList;
import java.util.List;

/** Cuts the subscribers of a partition into what one record may hold: a number of them, and less than the broker's limit of 1 MiB. */
final class Chunks {

    /** By the estimate below, which is never too low for text in UTF-8; leaves room for the summary of the job. */
    private static final int MAX_BYTES = 700_000;

    private static final int BYTES_OF_SUBSCRIBER = 80;
    private static final int BYTES_OF_ALERT = 100;
    private static final int BYTES_OF_REASON = 60;
    private static final int BYTES_OF_CHARACTER = 6;

    private Chunks() {}

    static List<List<SubscriberMatch>> of(List<SubscriberMatch> subscribers) {
        List<List<SubscriberMatch>> chunks = new ArrayList<>();
        List<SubscriberMatch> chunk = new ArrayList<>();
        int bytes = 0;
        for (SubscriberMatch subscriber : subscribers) {
            int added = bytesOf(subscriber);
            if (!chunk.isEmpty() && (chunk.size() == JobMatched.MAX_SUBSCRIBERS || bytes + added > MAX_BYTES)) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                bytes = 0;
            }
            chunk.add(subscriber);
            bytes += added;
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
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
