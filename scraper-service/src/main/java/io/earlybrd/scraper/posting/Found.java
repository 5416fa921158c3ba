package io.earlybrd.scraper.posting;

import io.earlybrd.scraper.provider.Listed;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.schedule.Claim;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A listing as a crawl found it.
 *
 * @param posting what is known of it now
 * @param poor whether its details are not read, so that what was read of it before is better
 * @param position in the list
 */
record Found(Posting posting, boolean poor, int position) {

    /** What was found, by the id of the posting. A provider that lists a posting twice means it once. */
    static Map<String, Found> in(Claim claim, Listed listed) {
        Map<String, Found> found = new LinkedHashMap<>();
        listed.postings()
                .forEach(posting ->
                        found.putIfAbsent(id(claim, posting.externalId()), new Found(posting, false, found.size())));
        listed.stubs().forEach(stub -> {
            if (stub.listed() != null) {
                found.putIfAbsent(id(claim, stub.externalId()), new Found(stub.listed(), true, found.size()));
            }
        });
        return found;
    }

    /** The id of the posting of a source with this id at its provider. */
    static String id(Claim claim, String externalId) {
        return Identity.jobId(claim.provider(), claim.board().name(), externalId);
    }
}
