package io.earlybrd.bench.matcher;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.query.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.BooleanQuery;

/**
 * Lucene's reverse search, set up as it is fastest: candidates by three passes over the terms that the fewest jobs have, and by the
 * places of an alert as a filter field. That field is in the metadata of a query only; were it in the query too, matches would be
 * lost (apache/lucene#14427). What filters say of a job is worked out before and not measured, which is in Lucene's favour.
 */
final class LuceneMonitor implements Contender {

    static final String NAME = "lucene";

    private static final int PASSES = 3;

    /** Many more at once take gigabytes while they are committed. */
    private static final int COMMITTED_AT_ONCE = 10_000;

    private final LuceneFilters filters;
    private final LuceneWords words;
    private final Monitor monitor;
    /** What filters say of each job, until more filters are known. */
    private final Map<JobPosted, List<Field>> facts = new IdentityHashMap<>();

    /**
     * @param jobs that it will be asked about
     * @param earlier jobs from which it learns how frequent terms are
     */
    LuceneMonitor(List<JobPosted> jobs, List<JobPosted> earlier) {
        filters = new LuceneFilters(new Facts(earlier));
        words = new LuceneWords(TermFrequencies.boundTerms(jobs));
        try {
            monitor = new Monitor(
                    new TradeAnalyzer(),
                    new MultipassTermFilteredPresearcher(
                            PASSES, 0, new TermFrequencies(earlier, filters), List.of(), Set.of(LuceneFields.PLACE)),
                    new Configuration().setQueryUpdateBufferSize(COMMITTED_AT_ONCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void add(List<AlertSaved> alerts) {
        facts.clear();
        try {
            monitor.register(alerts.stream().map(this::query).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int count(JobPosted job) {
        return match(job).getMatchCount();
    }

    @Override
    public List<UUID> matching(JobPosted job) {
        return match(job).getMatches().stream()
                .map(match -> UUID.fromString(match.getQueryId()))
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MatchingQueries<QueryMatch> match(JobPosted job) {
        Document document = new Document();
        document.add(new TextField(LuceneFields.TEXT, job.title(), Field.Store.NO));
        document.add(new TextField(LuceneFields.TEXT, job.description(), Field.Store.NO));
        document.add(new TextField(LuceneFields.TITLE, job.title(), Field.Store.NO));
        document.add(new TextField(LuceneFields.COMPANY, job.company(), Field.Store.NO));
        facts.computeIfAbsent(job, filters::of).forEach(document::add);
        try {
            MatchingQueries<QueryMatch> matches = monitor.match(document, QueryMatch.SIMPLE_MATCHER);
            if (!matches.getErrors().isEmpty()) {
                throw new IllegalStateException("Lucene failed: " + matches.getErrors());
            }
            return matches;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MonitorQuery query(AlertSaved alert) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.addAll(Query.parse(alert.query()).root(), query);
        filters.addTo(query, alert.filters());
        return new MonitorQuery(
                alert.alertId().toString(),
                query.build(),
                null,
                Map.of(LuceneFields.PLACE, filters.places(alert.filters())));
    }

    /** The Monitor's own but that an alert may have several places, with blanks between. */
    private static final class Configuration extends MonitorConfiguration {

        private static final int SEGMENTS_PER_TIER = 4;

        @Override
        protected IndexWriterConfig getIndexWriterConfig() {
            return new IndexWriterConfig(new WhitespaceAnalyzer())
                    .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER));
        }
    }
}
