package io.earlybrd.scraper.posting;

import io.earlybrd.events.EventIds;
import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.provider.Posting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By what a job is known again, and by what a change of it is seen. */
final class Identity {

    private Identity() {}

    /** The job's id: the same for the same listing in every crawl, on every instance, in a rebuilt database. */
    static String jobId(String provider, String board, String externalId) {
        return hash("job", provider, board, externalId);
    }

    /** The same id for the same parts. */
    static String hash(Object... parts) {
        return EventIds.ofParts(parts).toString().replace("-", "");
    }

    /** A hash of what a list showed of a listing. */
    static String revision(String shown) {
        return HexFormat.of().formatHex(sha256().digest(shown.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * A hash of what subscribers can see of the listing. Its times are left out: providers touch them without any change.
     *
     * @return SHA-256 in hex
     */
    static String contentHash(Posting posting) {
        MessageDigest digest = sha256();
        for (Object part : parts(posting)) {
            digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<@Nullable Object> parts(Posting posting) {
        List<@Nullable Object> parts = new ArrayList<>();
        parts.add(posting.title());
        parts.add(posting.company());
        parts.add(posting.workplace());
        parts.add(posting.employmentType());
        parts.add(posting.seniority());
        if (posting.agency()) {
            parts.add("agency");
        }
        parts.add(posting.url());
        parts.add(posting.description());
        Salary salary = posting.salary();
        if (salary != null) {
            parts.add(salary.minMinor().orElse(null));
            parts.add(salary.maxMinor().orElse(null));
            parts.add(salary.currency());
            parts.add(salary.period());
        }
        for (Place place : posting.places()) {
            parts.add(place.text());
            parts.add(place.country().orElse(null));
        }
        return parts;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
