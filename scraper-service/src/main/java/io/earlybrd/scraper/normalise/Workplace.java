package io.earlybrd.scraper.normalise;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the work is done, as far as the employer says. */
public enum Workplace {
    ONSITE("onsite"),
    HYBRID("hybrid"),
    REMOTE("remote");

    private static final String REMOTE_WORDS =
            "remote(?:ly)?|anywhere|home[- ]?based|work(?:ing)? from home|work at home|wfh|telecommut(?:e|ing)|telework";

    // "Remote-friendly" promises nothing, so it says nothing.
    private static final Pattern SAID = Pattern.compile(
            "\\b(?:(?<remote>(?:" + REMOTE_WORDS
                    + ")\\b(?![- ]?(?:friendly|possible|optional|sensing)))|(?<hybrid>hybrid\\b)"
                    + "|(?<onsite>(?:on[- ]?site|in[- ]office|in[- ]person)\\b(?! (?:optional|possible))))",
            Pattern.CASE_INSENSITIVE);

    /** Whatever is said beside the name of a place of how, when or from where one works there. */
    private static final Pattern REMARK = Pattern.compile(
            "\\b(?:(?:(?:100 ?% ?|fully |full |mostly )?(?:" + REMOTE_WORDS
                    + "|hybrid|on[- ]?site|in[- ]office|in[- ]person|off-?site|home ?office|distributed|virtual)"
                    + "(?:[- ](?:first|only|ok|friendly|eligible|work|job|position|role|possible|optional|based)\\b)*)"
                    + "|flexible|full[- ]?time|part[- ]?time|only|based|friendly|worldwide|global(?:ly)?)\\b"
                    + "(?: (?:in|from|within|the)\\b)*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FIELD = Pattern.compile("(?i)^\\s*field\\b(?=\\s*[-,])");

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

    /**
     * What obvious words in the places and the title say; null if they say nothing or several things: an office beside "Remote" is
     * a choice.
     */
    public static @Nullable Workplace mentioned(List<String> places, String title) {
        Set<Workplace> said = EnumSet.noneOf(Workplace.class);
        boolean silent = false;
        for (String place : places) {
            Set<Workplace> here = saidIn(place);
            said.addAll(here);
            silent |= here.isEmpty();
        }
        if (said.isEmpty()) {
            Matcher remark = REMARK_IN_TITLE.matcher(title);
            return remark.find() ? stated(remark.group(1)) : null;
        }
        boolean choice = said.size() > 1 || silent && said.contains(REMOTE);
        return choice ? null : said.iterator().next();
    }

    /** Whether a text says nothing but where the work is done. */
    static boolean isRemark(String text) {
        return withoutRemarks(text, "").chars().noneMatch(Character::isLetterOrDigit);
    }

    /** Whether a text speaks of remote work, even if it promises none. */
    static boolean saysRemote(String text) {
        return saidIn(text).contains(REMOTE);
    }

    /** The text with something else instead of each remark. */
    static String withoutRemarks(String text, String instead) {
        return REMARK.matcher(FIELD.matcher(text).replaceAll(instead)).replaceAll(instead);
    }

    private static Set<Workplace> saidIn(String text) {
        Set<Workplace> said = EnumSet.noneOf(Workplace.class);
        Matcher word = SAID.matcher(text);
        while (word.find()) {
            said.add(word.group("remote") != null ? REMOTE : word.group("hybrid") != null ? HYBRID : ONSITE);
        }
        return said;
    }
}
