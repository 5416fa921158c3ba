package io.earlybrd.scraper.normalise;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the work is done, as far as the employer says. */
public enum Workplace {
    ONSITE("onsite"),
    HYBRID("hybrid"),
    REMOTE("remote");

    // "Remote-friendly" promises nothing, so it says nothing.
    private static final Pattern REMOTE_PLACE = Pattern.compile(
            "\\b(remote|home[- ]based|work from home|telecommute)\\b(?![- ]?(friendly|possible|optional))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HYBRID_PLACE = Pattern.compile("\\bhybrid\\b", Pattern.CASE_INSENSITIVE);

    // Only as a remark after the title proper: a "Remote Sensing Engineer" sits in an office.
    private static final Pattern REMARK_IN_TITLE = Pattern.compile(
            "[-–—,|(\\[]\\s*(?:100\\s?% |fully |full )?(remote|hybrid)\\s*(?:[)\\],;(|–—-].*)?$",
            Pattern.CASE_INSENSITIVE);

    private final String word;

    Workplace(String word) {
        this.word = word;
    }

    /** The word of the event contract. */
    public String word() {
        return word;
    }

    /** What a provider's own field says: {@code "On-Site"}, {@code "remote"}; null if it says nothing we know. */
    public static @Nullable Workplace stated(String field) {
        String letters = field.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return switch (letters) {
            case "onsite", "inoffice", "office", "inperson" -> ONSITE;
            case "hybrid", "hybridremote" -> HYBRID;
            case "remote", "fullyremote", "homebased", "telecommute" -> REMOTE;
            default -> null;
        };
    }

    /** What obvious words in the places and the title say; null if they say nothing. */
    public static @Nullable Workplace mentioned(List<String> places, String title) {
        if (places.stream().anyMatch(place -> REMOTE_PLACE.matcher(place).find())) {
            return REMOTE;
        }
        if (places.stream().anyMatch(place -> HYBRID_PLACE.matcher(place).find())) {
            return HYBRID;
        }
        var remark = REMARK_IN_TITLE.matcher(title);
        return remark.find() ? stated(remark.group(1)) : null;
    }
}
