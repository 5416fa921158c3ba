package io.earlybrd.matcher.index;

import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.query.Clause;
import io.earlybrd.matcher.query.Clause.AllOf;
import io.earlybrd.matcher.query.Clause.AnyOf;
import io.earlybrd.matcher.query.Clause.Not;
import io.earlybrd.matcher.query.Clause.Term;
import java.util.Locale;

/**
 * The query language said as plainly as can be, by searching strings. Right only for texts and queries of plain words with single
 * blanks between.
 */
record NaiveSearch(JobPosted job) implements Clause.Visitor<Boolean> {

    @Override
    public Boolean term(Term term) {
        String row = term.text();
        return switch (term.scope()) {
            case TITLE -> has(job.title(), row);
            case COMPANY -> has(job.company(), row);
            case TEXT -> has(job.title(), row) || has(job.description(), row);
        };
    }

    @Override
    public Boolean allOf(AllOf allOf) {
        return allOf.parts().stream().allMatch(part -> part.accept(this));
    }

    @Override
    public Boolean anyOf(AnyOf anyOf) {
        return anyOf.parts().stream().anyMatch(part -> part.accept(this));
    }

    @Override
    public Boolean not(Not not) {
        return !not.part().accept(this);
    }

    private static boolean has(String text, String row) {
        return (" " + text + " ").toLowerCase(Locale.ROOT).contains(" " + row.toLowerCase(Locale.ROOT) + " ");
    }
}
