package io.earlybrd.matcher.recent;

import io.earlybrd.matcher.query.Clause;
import io.earlybrd.matcher.query.Clause.AllOf;
import io.earlybrd.matcher.query.Clause.AnyOf;
import io.earlybrd.matcher.query.Clause.Not;
import io.earlybrd.matcher.query.Clause.Term;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Tells which jobs of a segment meet a part of a query, for all of them at once: from the lists of the jobs of each term, joined by
 * operations on bits. A word is in the list of its own term only where it counts alone; a phrase is a row of positions. So what is found
 * is what the engine finds by reading each job.
 */
public final class WordsOfSegment {

    /** The time is looked at after so many jobs. */
    private static final int BETWEEN_LOOKS = 1_024;

    private final LeafReader reader;

    WordsOfSegment(LeafReader reader) {
        this.reader = reader;
    }

    /**
     * The jobs that meet a part of a query, removed ones among them.
     *
     * @param timeIsUp once it is true, the answer may lack jobs and hold others
     */
    public FixedBitSet meeting(Clause part, BooleanSupplier timeIsUp) {
        return part.accept(new Evaluation(timeIsUp));
    }

    private final class Evaluation implements Clause.Visitor<FixedBitSet> {

        private final BooleanSupplier timeIsUp;

        Evaluation(BooleanSupplier timeIsUp) {
            this.timeIsUp = timeIsUp;
        }

        @Override
        public FixedBitSet term(Term term) {
            FixedBitSet jobs = new FixedBitSet(reader.maxDoc());
            try {
                for (String field : JobDocument.fields(term.scope())) {
                    for (List<String> row : term.spellings()) {
                        if (!timeIsUp.getAsBoolean()) {
                            add(field, row, jobs);
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("words not read", e);
            }
            return jobs;
        }

        @Override
        public FixedBitSet allOf(AllOf allOf) {
            FixedBitSet jobs = allOf.parts().get(0).accept(this);
            allOf.parts().stream().skip(1).forEach(part -> jobs.and(part.accept(this)));
            return jobs;
        }

        @Override
        public FixedBitSet anyOf(AnyOf anyOf) {
            FixedBitSet jobs = anyOf.parts().get(0).accept(this);
            anyOf.parts().stream().skip(1).forEach(part -> jobs.or(part.accept(this)));
            return jobs;
        }

        @Override
        public FixedBitSet not(Not not) {
            FixedBitSet jobs = not.part().accept(this);
            jobs.flip(0, jobs.length());
            return jobs;
        }

        private void add(String field, List<String> row, FixedBitSet jobs) throws IOException {
            if (row.size() > 1) {
                addPhrase(field, row, jobs);
                return;
            }
            BytesRef term = IndexedTerms.alone(row.get(0));
            PostingsEnum found = reader.postings(new org.apache.lucene.index.Term(field, term), PostingsEnum.NONE);
            if (found != null) {
                jobs.or(found);
            }
        }

        private void addPhrase(String field, List<String> row, FixedBitSet jobs) throws IOException {
            MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
            row.forEach(term -> phrase.add(new org.apache.lucene.index.Term[] {
                new org.apache.lucene.index.Term(field, IndexedTerms.alone(term)),
                new org.apache.lucene.index.Term(field, IndexedTerms.withinPhrases(term))
            }));
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            Scorer scorer = searcher.createWeight(searcher.rewrite(phrase.build()), ScoreMode.COMPLETE_NO_SCORES, 1)
                    .scorer(searcher.getIndexReader().leaves().get(0));
            if (scorer != null) {
                addMatching(scorer.twoPhaseIterator(), jobs);
            }
        }

        private void addMatching(TwoPhaseIterator phrase, FixedBitSet jobs) throws IOException {
            DocIdSetIterator candidates = phrase.approximation();
            int looked = 0;
            for (int job = candidates.nextDoc(); job != JobSegment.NONE; job = candidates.nextDoc()) {
                if (++looked % BETWEEN_LOOKS == 0 && timeIsUp.getAsBoolean()) {
                    return;
                }
                if (!jobs.get(job) && phrase.matches()) {
                    jobs.set(job);
                }
            }
        }
    }
}
