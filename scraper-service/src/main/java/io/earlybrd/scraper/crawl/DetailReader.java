package io.earlybrd.scraper.crawl;

import io.earlybrd.scraper.posting.PostingStore;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Listed;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.Stub;
import io.earlybrd.scraper.schedule.Claim;
import io.earlybrd.scraper.schedule.ScheduleConfig;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the details of listings that have them at an address of their own: those that are needed, the most urgent first, one after
 * the other, and no more than a host may be asked for in one crawl; the next crawl goes on.
 */
@ApplicationScoped
class DetailReader {

    /** After so many failures in a row, the others would fail too. */
    private static final int MOST_FAILURES = 3;

    private final PostingStore postings;
    private final Reading reading;
    private final int most;

    DetailReader(PostingStore postings, Reading reading, ScheduleConfig config) {
        this.postings = postings;
        this.reading = reading;
        this.most = config.crawl().details();
    }

    /** The outcome with the details that could be read. */
    Uni<Outcome> complete(Claim claim, Adapter adapter, Outcome outcome) {
        List<Stub> stubs = outcome.listed().stubs();
        if (stubs.isEmpty()) {
            return Uni.createFrom().item(outcome);
        }
        Progress progress = new Progress(claim.past().openJobs());
        return postings.wanted(claim, stubs)
                .onItem()
                .transformToMulti(wanted ->
                        Multi.createFrom().iterable(wanted.stream().limit(most).toList()))
                .onItem()
                .transformToUniAndConcatenate(stub -> progress.ended()
                        ? Uni.createFrom().voidItem()
                        : reading.further(
                                        claim.lease(),
                                        stub.details(),
                                        page -> AnswerReader.readDetails(adapter, claim.board(), stub, page))
                                .invoke(details -> progress.add(stub, details))
                                .call(details -> details.kind() == Outcome.Kind.OK
                                        ? Uni.createFrom().voidItem()
                                        : postings.putOff(claim, stub))
                                .replaceWithVoid())
                .collect()
                .last()
                .map(last -> progress.of(outcome));
    }

    /** What became of the details that were asked for in one crawl. */
    static final class Progress {

        private final List<Posting> read = new ArrayList<>();
        private final Set<String> answered = new HashSet<>();
        private final int openJobs;
        private int failures;
        private boolean refused;
        private String fault = "";

        /** Begins with nothing but the number of jobs that were open before. */
        Progress(int openJobs) {
            this.openJobs = openJobs;
        }

        boolean ended() {
            return refused || failures >= MOST_FAILURES;
        }

        void add(Stub stub, Outcome details) {
            switch (details.kind()) {
                case OK -> {
                    read.addAll(details.postings());
                    answered.add(stub.externalId());
                    failures = 0;
                }
                // It went away while we read: as if it had not been listed.
                case GONE -> answered.add(stub.externalId());
                case BLOCKED -> {
                    refused = true;
                    fault = details.reason();
                }
                // One that is no posting says nothing of the others; it stays listed, lest its job be closed.
                case EMPTY -> {}
                case NOT_MODIFIED, PARTIAL, CHANGED_SHAPE, UNREACHABLE -> {
                    failures++;
                    fault = details.reason();
                }
            }
        }

        Outcome of(Outcome outcome) {
            Listed before = outcome.listed();
            List<Posting> complete = new ArrayList<>(before.postings());
            complete.addAll(read);
            List<Stub> unread = before.stubs().stream()
                    .filter(stub -> !answered.contains(stub.externalId()))
                    .toList();
            Listed listed = new Listed(complete, unread, before.unusable(), List.of(), OptionalInt.empty());
            String why = fault(listed);
            if (!why.isEmpty()) {
                String reason = outcome.reason().isEmpty() ? "details: " + why : outcome.reason();
                return new Outcome.Partial(listed, reason, outcome.wholeList());
            }
            return outcome instanceof Outcome.Partial partial
                    ? new Outcome.Partial(listed, partial.reason(), partial.wholeList())
                    : new Outcome.Ok(listed);
        }

        /** Why the details are not what they should be; empty if they are. Where nothing ever was a job, the list is none of jobs. */
        private String fault(Listed listed) {
            if (ended()) {
                return fault;
            }
            boolean useless = openJobs == 0
                    && answered.isEmpty()
                    && listed.postings().isEmpty()
                    && listed.stubs().stream().allMatch(stub -> stub.listed() == null);
            return useless ? "none of " + listed.size() + " is known to be a job" : "";
        }
    }
}
