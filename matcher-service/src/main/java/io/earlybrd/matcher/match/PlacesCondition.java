package io.earlybrd.matcher.match;

import io.earlybrd.events.Reason;
import io.earlybrd.matcher.place.JobPlace;
import io.earlybrd.matcher.place.PlaceWish;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The places of an alert; one of them suffices.
 *
 * <p>A job meets them if one of its places is a wished one ({@link PlaceWish}). A remote job meets them, unless remote jobs are
 * unwanted, if it may be done from a wished place: it names no country, or one of theirs; if a wish names no country, as "Berlin"
 * does, it is unknown and passes. A job that states no place at all ("2 Locations") is unknown and passes: a filter refuses only what
 * it knows to be wrong. A place that is stated is taken at its word: "San Francisco" does not meet "United States".
 */
record PlacesCondition(List<PlaceWish> wishes, boolean remotePasses) implements Condition {

    @Override
    public Verdict verdict(JobText job) {
        if (wishThatIsMetBy(job).isPresent()) {
            return Verdict.YES;
        }
        if (remotePasses && job.remote() == Verdict.YES) {
            return remoteVerdict(job);
        }
        return job.places().stream().allMatch(JobPlace::isVague) ? Verdict.UNKNOWN : Verdict.NO;
    }

    @Override
    public boolean isMetBy(JobText job) {
        return verdict(job) != Verdict.NO;
    }

    @Override
    public List<Reason> reasons(JobText job) {
        Optional<PlaceWish> met = wishThatIsMetBy(job);
        if (met.isPresent()) {
            return List.of(new Reason(met.get().text(), "place", 0));
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

    private Verdict remoteVerdict(JobText job) {
        Set<String> open = PlaceWish.codesOf(job.places());
        if (open.isEmpty()) {
            return Verdict.YES;
        }
        if (wishes.stream().anyMatch(wish -> wish.overlaps(open))) {
            return Verdict.YES;
        }
        return wishes.stream().allMatch(PlaceWish::namesCountry) ? Verdict.NO : Verdict.UNKNOWN;
    }

    private Optional<PlaceWish> wishThatIsMetBy(JobText job) {
        return wishes.stream()
                .filter(wish -> job.places().stream().anyMatch(wish::isMetBy))
                .findFirst();
    }
}
