package io.earlybrd.bench.matcher;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.SalaryFloor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;

/**
 * Says the filters of alerts in terms. A filter that few jobs pass is a term of the jobs that do, one that most pass is a term of the
 * jobs that do not, so that a job has few terms.
 */
final class LuceneFilters {

    /** Place of an alert that names none, and of every job. */
    private static final String ANYWHERE = "*";

    private static final String REFUSES = "!";

    private final Facts facts;
    private final BitSet refusing = new BitSet();
    private final BitSet places = new BitSet();
    private final BitSet placesWithoutRemote = new BitSet();

    LuceneFilters(Facts facts) {
        this.facts = facts;
    }

    /** Adds to a query all filters but the places. */
    void addTo(BooleanQuery.Builder query, AlertFilters filters) {
        if (!filters.remote().equals(AlertFilters.REMOTE_ALSO)) {
            boolean mostPass = filters.remote().equals(AlertFilters.REMOTE_NO);
            add(only(List.of(), filters.remote()), mostPass, query);
        }
        filters.companiesOut().forEach(company -> add(companies(List.of(), List.of(company)), true, query));
        if (!filters.companiesIn().isEmpty()) {
            add(companies(filters.companiesIn(), List.of()), false, query);
        }
        filters.salaryFloor().ifPresent(floor -> add(salary(floor), floor.unknownPasses(), query));
        if (!filters.employmentTypes().isEmpty()) {
            add(vocabulary(filters.employmentTypes(), List.of()), true, query);
        }
        if (!filters.seniorities().isEmpty()) {
            add(vocabulary(List.of(), filters.seniorities()), true, query);
        }
    }

    /** The places of an alert, for the metadata of its query, with blanks between. */
    String places(AlertFilters filters) {
        if (filters.places().isEmpty()) {
            return ANYWHERE;
        }
        boolean remotePasses = !filters.remote().equals(AlertFilters.REMOTE_NO);
        String remote = remotePasses ? AlertFilters.REMOTE_ALSO : AlertFilters.REMOTE_NO;
        BitSet kind = remotePasses ? places : placesWithoutRemote;
        return filters.places().stream()
                        .map(place -> {
                            int number = facts.number(only(List.of(place), remote));
                            kind.set(number);
                            return Integer.toString(number);
                        })
                        .collect(Collectors.joining(" "))
                + " " + all(kind);
    }

    /** How often jobs have this term, of 1. */
    double frequency(String term) {
        return term.startsWith(REFUSES)
                ? 1 - facts.frequency(Integer.parseInt(term.substring(REFUSES.length())))
                : facts.frequency(Integer.parseInt(term));
    }

    /** What is true of a job, ready to be put into its document. */
    List<Field> of(JobPosted job) {
        BitSet passing = facts.of(job);
        List<Field> fields = new ArrayList<>();
        terms(passing).forEach(term -> fields.add(new StringField(LuceneFields.FACT, term, Field.Store.NO)));
        Stream.concat(
                        Stream.of(ANYWHERE),
                        Stream.of(places, placesWithoutRemote).flatMap(kind -> placesOf(passing, kind)))
                .forEach(term -> fields.add(new StringField(LuceneFields.PLACE, term, Field.Store.NO)));
        return fields;
    }

    private Stream<String> terms(BitSet passing) {
        BitSet positive = (BitSet) passing.clone();
        positive.andNot(places);
        positive.andNot(placesWithoutRemote);
        positive.andNot(refusing);
        BitSet negative = (BitSet) refusing.clone();
        negative.andNot(passing);
        return Stream.concat(
                positive.stream().mapToObj(Integer::toString), negative.stream().mapToObj(number -> REFUSES + number));
    }

    /** Most remote jobs are for all places; one term says that. */
    private Stream<String> placesOf(BitSet passing, BitSet kind) {
        BitSet met = (BitSet) kind.clone();
        met.and(passing);
        return met.equals(kind) ? Stream.of(all(kind)) : met.stream().mapToObj(Integer::toString);
    }

    private String all(BitSet kind) {
        return kind == places ? "all" : "all-without-remote";
    }

    private void add(AlertFilters single, boolean mostPass, BooleanQuery.Builder query) {
        int number = facts.number(single);
        refusing.set(number, mostPass);
        String term = mostPass ? REFUSES + number : Integer.toString(number);
        query.add(new TermQuery(new Term(LuceneFields.FACT, term)), mostPass ? Occur.MUST_NOT : Occur.FILTER);
    }

    private static AlertFilters only(List<String> places, String remote) {
        return new AlertFilters(places, remote, List.of(), List.of(), Optional.empty(), List.of(), List.of());
    }

    private static AlertFilters companies(List<String> in, List<String> out) {
        return new AlertFilters(List.of(), AlertFilters.REMOTE_ALSO, in, out, Optional.empty(), List.of(), List.of());
    }

    private static AlertFilters salary(SalaryFloor floor) {
        return new AlertFilters(
                List.of(), AlertFilters.REMOTE_ALSO, List.of(), List.of(), Optional.of(floor), List.of(), List.of());
    }

    private static AlertFilters vocabulary(List<String> employmentTypes, List<String> seniorities) {
        return new AlertFilters(
                List.of(),
                AlertFilters.REMOTE_ALSO,
                List.of(),
                List.of(),
                Optional.empty(),
                employmentTypes,
                seniorities);
    }
}
