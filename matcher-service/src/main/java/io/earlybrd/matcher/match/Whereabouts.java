package io.earlybrd.matcher.match;

import io.earlybrd.matcher.place.Fit;
import io.earlybrd.matcher.place.JobPlaces;
import io.earlybrd.matcher.place.PlaceWish;

/**
 * Where a job can be done. Equal for jobs that meet every wish for a place alike, so that what was found out about one of them holds for the
 * others.
 *
 * @param remote whether it can be done remotely
 */
public record Whereabouts(JobPlaces places, boolean remote) {

    /**
     * Whether the job is where somebody wants to work.
     *
     * @param remotePasses whether jobs that can be done remotely from a wished place will do
     */
    public Fit fit(PlaceWish wish, boolean remotePasses) {
        return places.fit(wish, remotePasses && remote);
    }
}
