package io.earlybrd.account.web;

import io.earlybrd.events.Reason;
import java.util.List;

/**
 * One reason why a job matched, ready to be shown: {@code title platform engineer}.
 *
 * @param field where it hit
 * @param words what hit, without the quotes of a phrase and the name of its field
 */
public record Why(String field, String words) {

    private static final char QUOTE = '"';

    /** Some reasons, ready to be shown. */
    public static List<Why> of(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Why(reason.field(), words(reason)))
                .distinct()
                .toList();
    }

    private static String words(Reason reason) {
        String scope = reason.field() + ":";
        String clause = reason.clause().startsWith(scope) ? reason.clause().substring(scope.length()) : reason.clause();
        boolean quoted =
                clause.length() > 2 && clause.charAt(0) == QUOTE && clause.charAt(clause.length() - 1) == QUOTE;
        return quoted ? clause.substring(1, clause.length() - 1) : clause;
    }
}
