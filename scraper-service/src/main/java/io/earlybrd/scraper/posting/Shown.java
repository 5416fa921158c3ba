package io.earlybrd.scraper.posting;

import io.earlybrd.events.Attribution;
import io.earlybrd.events.Place;
import io.earlybrd.scraper.provider.Posting;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a job may take from one of its postings that nobody reads now; its text is nearly that of the others.
 *
 * @param openingId the source's own id of the opening; absent also in what was stored before it was read
 */
record Shown(
        String title,
        String company,
        List<Place> places,
        URI url,
        Optional<Attribution> attribution,
        Optional<String> openingId) {

    Shown {
        places = List.copyOf(places);
    }

    static Shown of(Posting posting) {
        return new Shown(
                posting.title(),
                posting.company(),
                posting.places(),
                posting.url(),
                Optional.ofNullable(posting.attribution()),
                Optional.ofNullable(posting.openingId()));
    }
}
