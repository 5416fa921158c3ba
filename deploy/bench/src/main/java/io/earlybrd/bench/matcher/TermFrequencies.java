package io.earlybrd.bench.matcher;

import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.text.Token;
import io.earlybrd.matcher.text.Tokeniser;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.TermWeightor;

/** Weighs the terms of a query by how few jobs have them, which it learns from jobs of the past. */
final class TermFrequencies implements TermWeightor {

    private final Map<Term, Integer> jobsWithTerm = new HashMap<>();
    private final LuceneFilters filters;
    private final int jobs;

    TermFrequencies(Collection<JobPosted> earlier, LuceneFilters filters) {
        this.filters = filters;
        jobs = earlier.size();
        for (JobPosted job : earlier) {
            Set<Term> terms = new HashSet<>();
            Stream.of(job.title(), job.description()).forEach(text -> addTo(terms, LuceneFields.TEXT, text));
            addTo(terms, LuceneFields.TITLE, job.title());
            addTo(terms, LuceneFields.COMPANY, job.company());
            terms.forEach(term -> jobsWithTerm.merge(term, 1, Integer::sum));
        }
    }

    @Override
    public double applyAsDouble(Term term) {
        double having = term.field().equals(LuceneFields.FACT)
                ? filters.frequency(term.text()) * jobs
                : jobsWithTerm.getOrDefault(term, 0);
        return 1 / (1 + having);
    }

    /** Terms that one of these jobs holds where they count only within phrases. */
    static Set<String> boundTerms(List<JobPosted> jobs) {
        Set<String> bound = new HashSet<>();
        for (JobPosted job : jobs) {
            Stream.of(job.title(), job.description(), job.company())
                    .flatMap(text -> Tokeniser.tokens(text).stream())
                    .filter(token -> token.kind() == Token.Kind.BOUND)
                    .forEach(token -> bound.add(token.term()));
        }
        return bound;
    }

    private static void addTo(Set<Term> terms, String field, String text) {
        Tokeniser.tokens(text).forEach(token -> terms.add(new Term(field, TradeAnalyzer.termOf(token))));
    }
}
