package io.earlybrd.events.company;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells whether two names are of the same company, as far as their spelling tells it. */
public final class CompanyNames {

    private static final Set<String> LEGAL_FORMS = Set.of(
            "ab",
            "ag",
            "aps",
            "as",
            "asa",
            "bv",
            "co",
            "company",
            "corp",
            "corporation",
            "ev",
            "gmbh",
            "inc",
            "incorporated",
            "kg",
            "kk",
            "limited",
            "llc",
            "llp",
            "ltd",
            "mbh",
            "nv",
            "oy",
            "oyj",
            "plc",
            "pte",
            "pty",
            "sa",
            "sarl",
            "sas",
            "se",
            "spa",
            "srl",
            "ug");

    /** Of Latin, Greek and Cyrillic letters; the marks of other scripts tell words apart. */
    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

    /** What stands within a word or an abbreviation: {@code B.V.}, {@code A/S}, {@code L'Oréal}. */
    private static final Pattern WITHIN_WORDS = Pattern.compile("[./'’]");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private CompanyNames() {}

    /** Whether the word, in lower case and without dots, says what kind of company it is rather than which: {@code gmbh}. */
    public static boolean isLegalForm(String word) {
        return LEGAL_FORMS.contains(word);
    }

    /**
     * The name without case, accents, blanks, punctuation and the legal forms at its end: "ACME GmbH & Co. KG" is "Acme", "JP Morgan"
     * is "JPMorgan", "Acme Labs" is not "Acme". Empty if the name has neither letter nor digit.
     */
    public static String comparable(String company) {
        String letters = ACCENTS.matcher(Normalizer.normalize(company, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        List<String> words = BETWEEN_WORDS
                .splitAsStream(WITHIN_WORDS.matcher(letters).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        while (words.size() > 1 && isLegalForm(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        return String.join("", words);
    }
}
