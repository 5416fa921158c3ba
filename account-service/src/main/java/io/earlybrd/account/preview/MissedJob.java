package io.earlybrd.account.preview;

import io.earlybrd.account.web.Links;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A job that fails one rule only, ready to be shown.
 *
 * @param title its title
 * @param href its page at the employer; empty if that is no web address
 * @param facts employer, places and pay in one line
 * @param rule the one that it fails
 * @param found when we found it, and whether it is closed by now
 */
public record MissedJob(String title, String href, String facts, Rule rule, String found) {

    static MissedJob of(PreviewAnswer.NearMiss miss, ZoneId zone, Instant now) {
        return new MissedJob(
                miss.job().title(),
                Links.safe(miss.job().url()),
                FoundJob.facts(miss.job()),
                Rule.of(miss.kind(), miss.clause()),
                FoundJob.when(miss.firstSeenAt(), miss.closed(), zone, now));
    }
}
