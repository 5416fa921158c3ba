package io.earlybrd.scraper.posting;

import io.earlybrd.events.JobPosted;
import io.earlybrd.events.Place;
import io.earlybrd.scraper.provider.Posting;
import java.util.List;
import java.util.UUID;

/** A company that no other test has, and what is told of its jobs. */
final class OwnCompany {

    private final String id = UUID.randomUUID().toString();
    private final String name = "Oakline " + id;
    private final String text = Texts.of(name.hashCode(), 150);

    /** Its name. */
    String name() {
        return name;
    }

    /** A text that is long enough to know a copy by it. */
    String text() {
        return text;
    }

    /** A posting of it. */
    Posting posting(String externalId, String title, String place, String text) {
        return Texts.draft(externalId, name, title, place, text).posting();
    }

    /** What was told of its jobs whose titles begin so, oldest first. */
    List<JobPosted> told(String title) {
        return CrawledSource.told(JobPosted.class, id).stream()
                .filter(job -> job.title().startsWith(title))
                .toList();
    }

    /** The names of a job's places. */
    static List<String> placeNames(JobPosted job) {
        return job.places().stream().map(Place::text).toList();
    }
}
