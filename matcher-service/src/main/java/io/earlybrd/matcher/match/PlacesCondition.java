package io.earlybrd.matcher.match;

import io.earlybrd.events.Reason;
import io.earlybrd.matcher.place.Fit;
import io.earlybrd.matcher.place.JobPlaces;
import io.earlybrd.matcher.place.PlaceWish;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The places of an alert; one of them suffices. Which jobs meet one is told at {@link JobPlaces}. What is unknown passes: a filter
 * refuses only what it knows to be wrong.
 */
public final class PlacesCondition implements Condition {

    private final List<PlaceWish> wishes;
    private final boolean remotePasses;

    /** @param remotePasses whether jobs that can be done remotely from a wished place will do */
    PlacesCondition(List<PlaceWish> wishes, boolean remotePasses) {
        this.wishes = List.copyOf(wishes);
        this.remotePasses = remotePasses;
    }

    /** The places, as they are wished. */
    public List<PlaceWish> wishes() {
        return wishes;
    }

    /** Whether jobs that can be done remotely from a wished place will do. */
    public boolean remotePasses() {
        return remotePasses;
    }

    @Override
    public Verdict verdict(JobText job) {
        Verdict best = Verdict.NO;
        for (PlaceWish wish : wishes) {
            Fit fit = job.whereabouts().fit(wish, remotePasses);
            if (fit == Fit.YES) {
                return Verdict.YES;
            }
            if (fit == Fit.UNKNOWN) {
                best = Verdict.UNKNOWN;
            }
        }
        return best;
    }

    @Override
    public boolean isMetBy(JobText job) {
        return verdict(job) != Verdict.NO;
    }

    @Override
    public List<Reason> reasons(JobText job) {
        for (PlaceWish wish : wishes) {
            if (job.whereabouts().fit(wish, false) == Fit.YES) {
                return List.of(new Reason(wish.text(), "place", 0));
            }
        }
        return verdict(job) == Verdict.YES ? List.of(new Reason("remote", "workplace", 0)) : List.of();
    }

    @Override
    public boolean narrows() {
        return true;
    }

    @Override
    public ClauseVerdict explain(JobText job) {
        String wished = wishes.stream().map(PlaceWish::text).collect(Collectors.joining(" / "));
        return ClauseVerdict.ofFilter("places", wished, this, job);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlacesCondition condition
                && remotePasses == condition.remotePasses
                && Set.copyOf(wishes).equals(Set.copyOf(condition.wishes));
    }

    @Override
    public int hashCode() {
        return Objects.hash(remotePasses, Set.copyOf(wishes));
    }
}
