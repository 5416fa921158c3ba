package io.earlybrd.matcher.match;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.Reason;
import io.earlybrd.matcher.place.PlaceList;
import io.earlybrd.matcher.place.PlaceWish;
import io.earlybrd.matcher.query.InvalidQuery;
import io.earlybrd.matcher.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an alert asks of a job: its words and its filters, read once. All of them must be met, so what is excluded stays excluded
 * whatever else is met. An alert may have no words if it names places or employers; then one of those must be known to hold.
 */
public final class Criteria {

    private final Optional<Query> query;
    private final List<Condition> conditions;

    private Criteria(Optional<Query> query, List<Condition> conditions) {
        this.query = query;
        this.conditions = List.copyOf(conditions);
    }

    /**
     * Reads an alert's words and filters.
     *
     * @throws InvalidQuery if the words are no query, or missing where no filter makes up for them
     * @throws InvalidFilters if a filter means nothing
     */
    public static Criteria of(String words, AlertFilters filters) {
        boolean wordless = words.isBlank()
                && !(filters.places().isEmpty() && filters.companiesIn().isEmpty());
        Optional<Query> query = wordless ? Optional.empty() : Optional.of(query(words, filters));
        List<Condition> conditions = conditions(filters);
        // The cheap and selective ones first.
        query.ifPresent(asked -> conditions.add(filters.companiesIn().isEmpty() ? 0 : 1, new WordsCondition(asked)));
        return new Criteria(query, conditions);
    }

    /**
     * Reads filters alone, each as its conditions would be among those of an alert.
     *
     * @throws InvalidFilters if a filter means nothing
     */
    public static List<Condition> conditionsOf(AlertFilters filters) {
        return List.copyOf(conditions(filters));
    }

    private static List<Condition> conditions(AlertFilters filters) {
        List<Condition> conditions = new ArrayList<>();
        if (!filters.companiesIn().isEmpty()) {
            conditions.add(CompanyCondition.only(filters.companiesIn()));
        }
        if (!filters.companiesOut().isEmpty()) {
            conditions.add(CompanyCondition.never(filters.companiesOut()));
        }
        addRemote(filters.remote(), conditions);
        if (!filters.places().isEmpty()) {
            conditions.add(
                    new PlacesCondition(wishes(filters), !filters.remote().equals(AlertFilters.REMOTE_NO)));
        }
        if (filters.salaryFloor().isPresent()) {
            conditions.add(new SalaryCondition(filters.salaryFloor().get()));
        }
        if (!filters.employmentTypes().isEmpty()) {
            conditions.add(VocabularyCondition.ofEmploymentTypes(filters.employmentTypes()));
        }
        if (!filters.seniorities().isEmpty()) {
            conditions.add(VocabularyCondition.ofSeniorities(filters.seniorities()));
        }
        if (filters.wantsEmployersOnly()) {
            conditions.add(ListingCondition.EMPLOYERS_ONLY);
        }
        if (!filters.wantsReposts()) {
            conditions.add(ListingCondition.NO_REPOSTS);
        }
        return conditions;
    }

    /** The words; empty if it has none. */
    public Optional<Query> query() {
        return query;
    }

    /** The places that are wished, one by one; empty if any will do. */
    public List<PlaceWish> places() {
        return conditions.stream()
                .filter(PlacesCondition.class::isInstance)
                .flatMap(condition -> ((PlacesCondition) condition).wishes().stream())
                .toList();
    }

    /** All conditions, each of which must be met. */
    public List<Condition> conditions() {
        return conditions;
    }

    /** What it asks for, one by one; the job is for this alert exactly if each of them is met. */
    public List<Requirement> requirements() {
        return Requirement.of(query, conditions);
    }

    /** Whether the job is for this alert. */
    public boolean areMetBy(JobText job) {
        for (Condition condition : conditions) {
            if (!condition.isMetBy(job)) {
                return false;
            }
        }
        return query.isPresent() || isNarrowed(job);
    }

    /** What in the job met them, not nothing, if the job is for this alert; empty if it is not. */
    public Optional<List<Reason>> reasonsIfMet(JobText job) {
        List<Reason> reasons = new ArrayList<>(4);
        for (Condition condition : conditions) {
            Optional<List<Reason>> more = condition.reasonsIfMet(job);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            reasons.addAll(more.get());
        }
        return query.isPresent() || isNarrowed(job) ? Optional.of(reasons) : Optional.empty();
    }

    /** What in the job met them; not empty if they are met. */
    public List<Reason> reasons(JobText job) {
        return conditions.stream()
                .flatMap(condition -> condition.reasons(job).stream())
                .toList();
    }

    /** Whether the job is kept away because it was listed before. */
    public boolean refuseRepost(JobText job) {
        return conditions.contains(ListingCondition.NO_REPOSTS) && !ListingCondition.NO_REPOSTS.isMetBy(job);
    }

    /**
     * How each of them judges the job. That it was not listed before is left out: nobody wrote that down, so it is told only where it
     * decides.
     */
    public List<ClauseVerdict> explain(JobText job) {
        return conditions.stream()
                .filter(condition -> condition != ListingCondition.NO_REPOSTS || !condition.isMetBy(job))
                .map(condition -> condition.explain(job))
                .toList();
    }

    private boolean isNarrowed(JobText job) {
        return conditions.stream().anyMatch(condition -> condition.narrows() && condition.verdict(job) == Verdict.YES);
    }

    private static Query query(String words, AlertFilters filters) {
        Query query = Query.parse(words);
        return filters.findsAliases() ? query.withAliases() : query;
    }

    private static void addRemote(String remote, List<Condition> conditions) {
        switch (String.valueOf(remote)) {
            case AlertFilters.REMOTE_ALSO -> {}
            case AlertFilters.REMOTE_ONLY -> conditions.add(RemoteCondition.ONLY);
            case AlertFilters.REMOTE_NO -> conditions.add(RemoteCondition.NONE);
            default -> throw new InvalidFilters("remote", "“" + remote + "” is not also, only or no.");
        }
    }

    private static List<PlaceWish> wishes(AlertFilters filters) {
        List<PlaceWish> wishes = new ArrayList<>(filters.places().size());
        for (String line : filters.places()) {
            wishes.addAll(read(line));
        }
        return wishes;
    }

    private static List<PlaceWish> read(String place) {
        try {
            return PlaceList.read(place);
        } catch (IllegalArgumentException e) {
            throw new InvalidFilters("places", "“" + place.strip() + "” is no name of a place.");
        }
    }
}
