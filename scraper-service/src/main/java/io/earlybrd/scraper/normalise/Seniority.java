package io.earlybrd.scraper.normalise;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much experience a job asks for, as far as the employer says.
 *
 * <p>The contract knows four levels. What stands above senior in a career of experts (staff, principal) and who leads (lead, head of)
 * is {@link #LEAD}. Directors, vice presidents and chiefs are none of the four, and neither are "Engineer II" or an associate: that
 * says something else in every house.
 */
public enum Seniority {
    JUNIOR("junior"),
    MID("mid"),
    SENIOR("senior"),
    LEAD("lead");

    private static final String EXPERT = "(?:engineers?|engineering|developers?|scientists?|designers?|researchers?"
            + "|architects?|programmers?|sre|swe|consultants?|product managers?|program managers?|analysts?)";

    private static final String LEADS_ARE_SOLD =
            "(?:gen|generation|generator|management|nurtur\\w*|qualif\\w*|scor\\w*|conversion|acquisition|abatement|paint|based"
                    + "|free|times?|to|and copper|director|exposure|hazard|service)";

    // "Senior living" is a home, and a senior director is a director.
    private static final Pattern LEVEL = Pattern.compile(
            "(?<junior>\\bjunior\\b(?![ -](?:high|college|school|achievement|league|olympics|wells)\\b)"
                    + "|\\bjr\\b(?<!(?:king|luther) jr)|\\bentry[- ]?level\\b|\\bnew[- ]grad(?:uate)?s?\\b)"
                    + "|(?<mid>\\bmid[- ]?(?:level|weight)\\b|\\bintermediate\\b(?=[ /–-]+(?:[\\w/#+.-]+ ){0,3}"
                    + EXPERT
                    + "\\b))"
                    + "|(?<senior>\\b(?:senior|sr|snr)\\b(?![. -]*(?:living|care|cent(?:er|re)|services|housing|citizens?|homes?"
                    + "|helpers?|high|day|nutrition|adults?|community|communities|director|vice|vp|managing|executive director"
                    + "|leadership)\\b))"
                    + "|(?<lead>\\b(?:staff|principal)\\b(?= (?:[^,|(–]{0,60} )?" + EXPERT + "\\b)"
                    + "|(?<!\\b(?:inbound|outbound) )\\blead\\b(?![ -]" + LEADS_ARE_SOLD + "\\b)"
                    + "|\\bteam[ -]?lead(?:er)?\\b|\\b(?:team|tech)lead\\b|\\bhead of\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** "Senior/Staff", "Lead and Senior": one of both is wanted, and nobody knows which. */
    private static final Pattern ALTERNATIVE =
            Pattern.compile("\\W*(?:[/,+&|–-]|\\b(?:or|and|to)\\b)\\W*", Pattern.CASE_INSENSITIVE);

    private static final Pattern OTHER_LEVEL_TOO = Pattern.compile(
            "\\bassociate(?: level)?(?:,? or |/|, | to )|\\ball levels\\b|\\bmultiple levels\\b|[/–-] ?(?:mid|associate)\\b(?![- ]market)"
                    + "|\\bmid ?[/–]|\\bchief of staff\\b|\\bwelcome\\b|\\p{L} ?/ ?(?:sr|senior|junior|jr)\\b|\\b(?:level|junior),? or associate\\b",
            Pattern.CASE_INSENSITIVE);

    /** A word for somebody who works; without one, "Junior" may be a name. */
    private static final Pattern ROLE = Pattern.compile(
            "\\p{L}{2}(?:er|or|ist|ant|ent|ian|yst|ect|man|ive|ate|in)s?\\b"
                    + "|\\b(?:nurse|counsel|engineering|chef|cook|sre|sdet|pilot|clerk|intern|developper|data|sales)s?\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final String word;

    Seniority(String word) {
        this.word = word;
    }

    /** The word of the event contract. */
    public String word() {
        return word;
    }

    /** What a provider's own field says: {@code "Entry level"}, {@code "Senior"}; null if it says nothing we know. */
    public static @Nullable Seniority stated(String field) {
        String letters = field.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return switch (letters) {
            case "junior", "entry", "entrylevel", "entrylevelposition", "graduate", "newgrad" -> JUNIOR;
            case "mid", "midlevel", "midweight", "intermediate", "intermediatelevel" -> MID;
            case "senior", "seniorlevel" -> SENIOR;
            case "lead", "leadlevel", "teamlead", "staff", "principal", "headof" -> LEAD;
            default -> null;
        };
    }

    /** What a title says; null if it says nothing, or several things at once. */
    public static @Nullable Seniority ofTitle(String title) {
        if (OTHER_LEVEL_TOO.matcher(title).find()) {
            return null;
        }
        Set<Seniority> levels = EnumSet.noneOf(Seniority.class);
        Matcher level = LEVEL.matcher(title);
        int end = -1;
        while (level.find()) {
            if (end >= 0
                    && ALTERNATIVE.matcher(title.substring(end, level.start())).matches()) {
                return null;
            }
            levels.add(of(level));
            end = level.end();
        }
        if (levels.equals(EnumSet.of(SENIOR, LEAD))) {
            return LEAD;
        }
        return levels.size() == 1
                                && ROLE.matcher(LEVEL.matcher(title).replaceAll(""))
                                        .find()
                        || levels.contains(LEAD) && levels.size() == 1
                ? levels.iterator().next()
                : null;
    }

    private static Seniority of(Matcher level) {
        return level.group("junior") != null
                ? JUNIOR
                : level.group("mid") != null ? MID : level.group("senior") != null ? SENIOR : LEAD;
    }
}
