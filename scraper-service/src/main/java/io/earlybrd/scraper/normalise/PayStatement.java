package io.earlybrd.scraper.normalise;

import io.earlybrd.events.Salary;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sentence of a description in which an employer states the pay, as laws on pay transparency want it: "The base salary range for
 * this role is $150,000 - $190,000." Only a range counts, and only if it is the only one that is stated.
 */
public final class PayStatement {

    /** So far before a range the word for pay stands. */
    private static final int BEFORE = 160;

    private static final int BEHIND = 48;

    private static final Pattern PAY = Pattern.compile(
            "(?i)\\b(?:salary|salaries|base pay|pay (?:range|rate|scale|band|details|for|is)|pay:|hourly rate|wages?(?: range)?"
                    + "|compensation|remuneration|gehalt|gehaltsspanne|jahresgehalt|vergütung|salaire)\\b");

    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?]\\s|[•]");

    private static final Pattern NOT_THIS = Pattern.compile(
            "(?i)\\b(?:ote|on[- ]target|target earnings|total|bonus|commission|equity|stock|stipend|sign[- ]?on|relocation|allowance|budget|revenue"
                    + "|raised|funding|deal|customers?|clients?|net|netto|workers['’]? compensation|previous|interns?|previously)\\b");

    /** "… bonus" takes a range away, "plus bonus" does not. */
    private static final Pattern IS_OTHER = Pattern.compile(
            "(?i)^[\\s(]*(?:in |of |annual |target |total )*(?:ote\\b|on[- ]target|bonus|commission|equity|stock|stipend|sign|signing|total|arr\\b"
                    + "|in sales|in revenue|revenue|worth)");

    private PayStatement() {}

    /**
     * Finds it.
     *
     * @param description plain text
     * @param countries where the job is, as ISO 3166-1 alpha-2
     * @return null if no range is stated as pay, or several are
     */
    public static @Nullable Salary in(String description, Collection<String> countries) {
        Set<Salary> stated = new HashSet<>();
        for (PayFigures figures : PayFigures.in(description)) {
            String before = before(description, figures);
            if (figures.isRange()
                    && isPay(before)
                    && !IS_OTHER.matcher(behind(description, figures)).find()) {
                Salary salary = Pay.salary(figures, before + behind(description, figures), countries);
                if (salary == null) {
                    return null;
                }
                stated.add(salary);
            }
        }
        return stated.size() == 1 ? stated.iterator().next() : null;
    }

    private static boolean isPay(String before) {
        Matcher pay = PAY.matcher(before);
        return pay.find() && !NOT_THIS.matcher(before).find();
    }

    /** What stands before in the same sentence. */
    private static String before(String description, PayFigures figures) {
        String before = description.substring(Math.max(0, figures.start() - BEFORE), figures.start());
        Matcher end = END_OF_SENTENCE.matcher(before);
        int start = 0;
        while (end.find()) {
            start = end.end();
        }
        return before.substring(start);
    }

    private static String behind(String description, PayFigures figures) {
        String behind = description.substring(figures.end(), Math.min(description.length(), figures.end() + BEHIND));
        Matcher end = END_OF_SENTENCE.matcher(behind);
        return end.find() ? behind.substring(0, end.start()) : behind;
    }
}
