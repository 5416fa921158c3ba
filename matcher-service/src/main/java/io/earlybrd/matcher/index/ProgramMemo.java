package io.earlybrd.matcher.index;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.SalaryFloor;
import io.earlybrd.matcher.match.CompanyCondition;
import io.earlybrd.matcher.match.Condition;
import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.match.InvalidFilters;
import io.earlybrd.matcher.match.ListingCondition;
import io.earlybrd.matcher.match.PlacesCondition;
import io.earlybrd.matcher.memo.Memo;
import io.earlybrd.matcher.query.Clause.Term;
import io.earlybrd.matcher.query.InvalidQuery;
import io.earlybrd.matcher.query.PlainQuery;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The programs of alerts as {@link ProgramWriter} writes them, put together from what it wrote of their pieces before: hardly an alert is
 * like another, but nearly every word, place and amount of pay is one that others have named. An alert whose words are no
 * {@link PlainQuery}, or have other names, is written as a whole. Safe for concurrent use.
 */
final class ProgramMemo {

    private static final int COMPANIES_REMEMBERED = 1 << 12;
    private static final int PLACES_REMEMBERED = 1 << 12;
    private static final int ALTERNATIVES = 8;
    private static final List<String> NONE = List.of();

    private final ProgramWriter writer;
    /** Features of pieces of queries, by {@link PlainQuery#hash}. */
    private final LongTable features = new LongTable();

    /** Features of employers, by their names as they are written. */
    private final Memo<String, Integer> companies;

    private final Memo<SalaryFloor, int[]> pay = memo(1 << 10, floor -> filters(Optional.of(floor), NONE, NONE));
    private final Memo<List<String>, int[]> types = memo(1 << 8, types -> filters(Optional.empty(), types, NONE));
    private final Memo<List<String>, int[]> seniorities =
            memo(1 << 8, seniorities -> filters(Optional.empty(), NONE, seniorities));
    private final Memo<String, int[]> remote = memo(1 << 2, wanted -> filters(NONE, wanted));
    /** The numbers of the conditions for a line that names places. */
    private final Memo<String, int[]> places =
            new Memo<>(PLACES_REMEMBERED, line -> places(line, AlertFilters.REMOTE_ALSO));
    /** Where those will not do that are remote from there. */
    private final Memo<String, int[]> placesThemselves =
            new Memo<>(PLACES_REMEMBERED, line -> places(line, AlertFilters.REMOTE_NO));

    private final long seed = new SecureRandom().nextLong();

    ProgramMemo(ProgramWriter writer) {
        this.writer = writer;
        companies =
                new Memo<>(COMPANIES_REMEMBERED, name -> writer.featureOfCompany(CompanyCondition.comparable(name)));
    }

    /**
     * The program of an alert.
     *
     * @throws InvalidQuery as {@link Criteria#of} does
     * @throws InvalidFilters as {@link Criteria#of} does
     */
    int[] write(String words, AlertFilters filters) {
        Program.Builder program = new Program.Builder();
        Program.Builder excluded = new Program.Builder();
        if (filters.findsAliases() || !addWords(words, program, excluded)) {
            return writer.write(Criteria.of(words, filters));
        }
        addFilters(filters, program);
        add(excluded.build(), program);
        return program.build();
    }

    /** Adds what must be there and what must not; false if they are not plain, or only exclude, and nothing added counts. */
    private boolean addWords(String words, Program.Builder program, Program.Builder excluded) {
        PlainQuery query = new PlainQuery(words, seed);
        int[] alternatives = new int[ALTERNATIVES];
        int count = 0;
        boolean wanted = false;
        while (query.next()) {
            int feature = feature(query);
            if (query.isExcluded()) {
                excluded.add(Program.LACKS | feature);
                continue;
            }
            wanted = true;
            if (count == alternatives.length) {
                return false;
            }
            alternatives[count++] = feature;
            if (!query.hasAlternative()) {
                program.addAnyOf(Program.FEATURE, Arrays.copyOf(alternatives, count));
                count = 0;
            }
        }
        return wanted && query.isPlain();
    }

    private int feature(PlainQuery query) {
        long key = query.hash();
        int known = features.getKnown(key);
        return known == LongTable.ABSENT ? add(key, query.term()) : known;
    }

    private int add(long key, Term piece) {
        int feature = writer.featureOf(piece);
        synchronized (features) {
            features.put(key, feature);
        }
        return feature;
    }

    private void addFilters(AlertFilters filters, Program.Builder program) {
        boolean remotePasses = !AlertFilters.REMOTE_NO.equals(filters.remote());
        int[] remotely = remote.of(String.valueOf(filters.remote()));
        addCompanies(filters.companiesIn(), true, program);
        addCompanies(filters.companiesOut(), false, program);
        addPlaces(filters.places(), remotePasses ? places : placesThemselves, program);
        add(remotely, program);
        if (filters.salaryFloor().isPresent()) {
            add(pay.of(filters.salaryFloor().get()), program);
        }
        if (!filters.employmentTypes().isEmpty()) {
            add(types.of(filters.employmentTypes()), program);
        }
        if (!filters.seniorities().isEmpty()) {
            add(seniorities.of(filters.seniorities()), program);
        }
        if (filters.wantsEmployersOnly()) {
            add(writer.write(List.of(ListingCondition.EMPLOYERS_ONLY)), program);
        }
    }

    private void addCompanies(List<String> names, boolean wanted, Program.Builder program) {
        int[] each = new int[names.size()];
        int count = 0;
        for (String name : names) {
            each[count] = companies.of(name);
            count += isAmong(each, count) ? 0 : 1;
        }
        ProgramWriter.addCompanies(program, wanted, Arrays.copyOf(each, count));
    }

    /** Whether the last of some features is one of those before it. */
    private static boolean isAmong(int[] features, int last) {
        for (int i = 0; i < last; i++) {
            if (features[i] == features[last]) {
                return true;
            }
        }
        return false;
    }

    private static void addPlaces(List<String> lines, Memo<String, int[]> conditions, Program.Builder program) {
        int first = program.size();
        for (String line : lines) {
            program.addAlternatives(Program.CONDITION, conditions.of(line), first);
        }
    }

    private static void add(int[] parts, Program.Builder program) {
        program.add(parts, 0, parts.length);
    }

    private int[] places(String line, String remote) {
        for (Condition condition : Criteria.conditionsOf(filters(List.of(line), remote))) {
            if (condition instanceof PlacesCondition place) {
                return Arrays.stream(writer.write(List.of(place)))
                        .map(Program::number)
                        .toArray();
            }
        }
        throw new IllegalStateException("no condition of a place");
    }

    private <K> Memo<K, int[]> memo(int most, Function<K, AlertFilters> filters) {
        return new Memo<>(most, one -> writer.write(Criteria.conditionsOf(filters.apply(one))));
    }

    private static AlertFilters filters(List<String> places, String remote) {
        return new AlertFilters(places, remote, NONE, NONE, Optional.empty(), NONE, NONE);
    }

    private static AlertFilters filters(
            Optional<SalaryFloor> floor, List<String> employmentTypes, List<String> seniorities) {
        return new AlertFilters(NONE, AlertFilters.REMOTE_ALSO, NONE, NONE, floor, employmentTypes, seniorities);
    }
}
