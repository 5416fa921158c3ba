package io.earlybrd.events;

import java.util.List;
import java.util.Optional;

/**
 * What a job must meet besides the words of an alert. An empty list asks for nothing.
 *
 * @param places cities, regions or countries as the subscriber wrote them; any one of them suffices
 * @param remote {@code also} (remote jobs pass the places), {@code only} (only remote jobs) or {@code no} (no remote jobs)
 * @param companiesIn only these employers, if any are named
 * @param companiesOut never these employers
 * @param salaryFloor the lowest pay, if one is named
 * @param employmentTypes as in {@link JobPosted#employmentType()}; any one of them suffices; unknown passes
 * @param seniorities as in {@link JobPosted#seniority()}; any one of them suffices; unknown passes
 * @param aliases true if the words are to be found by their common other names as well: k8s by Kubernetes; absent if not
 * @param employersOnly true if jobs that an agency placed are not wanted, as far as {@link JobPosted#agency()} knows; absent if they are
 * @param reposts true if jobs that were listed before are wanted as well ({@link JobPosted#repost()}); absent if not
 */
public record AlertFilters(
        List<String> places,
        String remote,
        List<String> companiesIn,
        List<String> companiesOut,
        Optional<SalaryFloor> salaryFloor,
        List<String> employmentTypes,
        List<String> seniorities,
        Optional<Boolean> aliases,
        Optional<Boolean> employersOnly,
        Optional<Boolean> reposts) {

    public static final String REMOTE_ALSO = "also";
    public static final String REMOTE_ONLY = "only";
    public static final String REMOTE_NO = "no";

    /** Filters that ask for nothing. */
    public static final AlertFilters NONE =
            new AlertFilters(List.of(), REMOTE_ALSO, List.of(), List.of(), Optional.empty(), List.of(), List.of());

    public AlertFilters {
        places = List.copyOf(places);
        companiesIn = List.copyOf(companiesIn);
        companiesOut = List.copyOf(companiesOut);
        employmentTypes = List.copyOf(employmentTypes);
        seniorities = List.copyOf(seniorities);
        // One way to say no, so that equal filters are written alike.
        aliases = aliases.filter(wanted -> wanted);
        employersOnly = employersOnly.filter(wanted -> wanted);
        reposts = reposts.filter(wanted -> wanted);
    }

    /** Filters without other names, for jobs of whoever placed them that were not listed before. */
    public AlertFilters(
            List<String> places,
            String remote,
            List<String> companiesIn,
            List<String> companiesOut,
            Optional<SalaryFloor> salaryFloor,
            List<String> employmentTypes,
            List<String> seniorities) {
        this(
                places,
                remote,
                companiesIn,
                companiesOut,
                salaryFloor,
                employmentTypes,
                seniorities,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, with other names found as well or not. */
    public AlertFilters withAliases(boolean wanted) {
        return with(Optional.of(wanted), employersOnly, reposts);
    }

    /** The same, for jobs that employers placed themselves, or for all. */
    public AlertFilters withEmployersOnly(boolean wanted) {
        return with(aliases, Optional.of(wanted), reposts);
    }

    /** The same, with jobs that were listed before or without them. */
    public AlertFilters withReposts(boolean wanted) {
        return with(aliases, employersOnly, Optional.of(wanted));
    }

    /** Whether the words are to be found by their common other names as well. */
    public boolean findsAliases() {
        return aliases.isPresent();
    }

    /** Whether jobs that an agency placed are not wanted. */
    public boolean wantsEmployersOnly() {
        return employersOnly.isPresent();
    }

    /** Whether jobs that were listed before are wanted as well. */
    public boolean wantsReposts() {
        return reposts.isPresent();
    }

    private AlertFilters with(
            Optional<Boolean> otherNames, Optional<Boolean> onlyEmployers, Optional<Boolean> listedBefore) {
        return new AlertFilters(
                places,
                remote,
                companiesIn,
                companiesOut,
                salaryFloor,
                employmentTypes,
                seniorities,
                otherNames,
                onlyEmployers,
                listedBefore);
    }
}
