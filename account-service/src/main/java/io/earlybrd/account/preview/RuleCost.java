package io.earlybrd.account.preview;

/**
 * A rule that keeps jobs away.
 *
 * @param more how many jobs there would be without it, besides those that there are
 * @param without what the form is told to try without it
 */
public record RuleCost(Rule rule, int more, String without) {

    /** Begins what is told of words; the words that remain follow. */
    public static final String WORDS = "words:";

    static RuleCost of(PreviewAnswer.Cost cost) {
        return new RuleCost(
                Rule.of(cost.kind(), cost.clause()),
                cost.without(),
                cost.query().map(words -> WORDS + words).orElse(cost.kind()));
    }
}
