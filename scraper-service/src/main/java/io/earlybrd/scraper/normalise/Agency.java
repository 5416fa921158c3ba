package io.earlybrd.scraper.normalise;

import java.util.regex.Pattern;

/**
 * Whether a posting itself says that a recruiter placed it for somebody else. Only plain words count: the name of an agency, or a
 * client who is hiring. Consultants have clients, too; that theirs is a bank says nothing.
 */
public final class Agency {

    private static final Pattern NAME = Pattern.compile(
            "\\b(?:recruitment|recruiting|recruiters|staffing|headhunt(?:ers?|ing)|executive search|employment agency"
                    + "|temp(?:ing)? agency|personaldienstleist\\w*|personalvermittlung|personalberatung|zeitarbeit|arbeitsvermittlung"
                    + "|arbeidsbemiddeling|uitzendbureau|agence d['’]int[eé]rim|travail temporaire|bemanning)\\b"
                    + "|^(?:randstad|adecco|hays|manpower(?:group)?|robert half|michael page|page ?group|page personnel|robert walters"
                    + "|kforce|teksystems|insight global|aerotek|cybercoders|jobot|akkodis|experis|kelly services|harnham|apex systems"
                    + "|brunel|gi group|spherion|express employment professionals)\\b(?!.*\\binternal\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** They recruit, but for themselves, or sell to those who do. */
    private static final Pattern NO_AGENCY = Pattern.compile(
            "\\b(?:command|army|navy|air force|marine|software|technolog(?:y|ies)|board|government|council)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final String IS_HIRING = "\\b(?:is|are)\\s(?:currently |now |actively |also |presently |urgently )?"
            + "(?:seeking|looking for an?|looking to (?:hire|add|recruit|appoint|bring)|recruiting|hiring|searching for|in search of)\\b";

    private static final Pattern CLIENT_HIRES = Pattern.compile(
            "\\b(?:our|my) client\\b(?!['’]?s)[^.!?\\n]{0,160}?" + IS_HIRING
                    + "|\\b(?:recruiting|hiring|searching|seeking|looking)\\b[^.!?\\n]{0,120}?\\bon behalf of (?:one of )?(?:our|a|my) clients?\\b"
                    + "|\\bon behalf of (?:one of )?(?:our|a|my) clients?\\b[^.!?\\n]{0,160}?\\bwe\\s" + IS_HIRING
                    + "|\\b(?:recruiting|hiring) for (?:one of )?(?:our|my) clients?\\b"
                    + "|\\b(?:im auftrag unseres kunden|für unseren (?:mandanten|kunden)\\b[^.!?\\n]{0,120}?\\bsuchen wir)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Agency() {}

    /**
     * Whether it is evident.
     *
     * @param company who posted it
     * @param description plain text
     */
    public static boolean isEvident(String company, String description) {
        return NAME.matcher(company).find() && !NO_AGENCY.matcher(company).find()
                || CLIENT_HIRES.matcher(description).find();
    }
}
