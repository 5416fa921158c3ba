package io.earlybrd.bench.matcher;

import io.earlybrd.matcher.query.Clause;
import io.earlybrd.matcher.query.Clause.AllOf;
import io.earlybrd.matcher.query.Clause.AnyOf;
import io.earlybrd.matcher.query.Clause.Not;
import io.earlybrd.matcher.query.Clause.Term;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Says a query of ours in Lucene's.
 *
 * @param sometimesBound terms that some text holds where they count only within phrases
 */
record LuceneWords(Set<String> sometimesBound) implements Clause.Visitor<Query> {

    @Override
    public Query term(Term term) {
        String field = LuceneFields.of(term.scope());
        if (term.spellings().size() == 1) {
            return row(field, term.spellings().get(0));
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        term.spellings().forEach(row -> any.add(row(field, row), Occur.SHOULD));
        return any.build();
    }

    @Override
    public Query allOf(AllOf allOf) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        addAll(allOf, all);
        return all.build();
    }

    /** Adds what must be there and what must not. */
    void addAll(Clause clause, BooleanQuery.Builder all) {
        List<Clause> parts = clause instanceof AllOf allOf ? allOf.parts() : List.of(clause);
        for (Clause part : parts) {
            if (part instanceof Not not) {
                all.add(not.part().accept(this), Occur.MUST_NOT);
            } else {
                all.add(part.accept(this), Occur.MUST);
            }
        }
        if (parts.stream().allMatch(Not.class::isInstance)) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
    }

    @Override
    public Query anyOf(AnyOf anyOf) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        anyOf.parts().forEach(part -> any.add(part.accept(this), Occur.SHOULD));
        return any.build();
    }

    @Override
    public Query not(Not not) {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.MUST)
                .add(not.part().accept(this), Occur.MUST_NOT)
                .build();
    }

    private Query row(String field, List<String> row) {
        if (row.size() == 1) {
            return new TermQuery(term(field, row.get(0)));
        }
        return row.stream().anyMatch(sometimesBound::contains) ? boundPhrase(field, row) : phrase(field, row);
    }

    private static Query phrase(String field, List<String> row) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        row.forEach(word -> phrase.add(term(field, word)));
        return phrase.build();
    }

    private Query boundPhrase(String field, List<String> row) {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        row.forEach(word -> phrase.add(
                new org.apache.lucene.index.Term[] {term(field, word), term(field, LuceneFields.BOUND + word)}));
        return phrase.build();
    }

    private static org.apache.lucene.index.Term term(String field, String word) {
        return new org.apache.lucene.index.Term(field, word);
    }
}
