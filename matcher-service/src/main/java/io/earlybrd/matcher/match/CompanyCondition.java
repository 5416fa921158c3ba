package io.earlybrd.matcher.match;

import io.earlybrd.events.Reason;
import io.earlybrd.events.company.CompanyNames;
import io.earlybrd.matcher.text.Tokeniser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Employers that an alert is only for, or not for. Names are equal without case, accents, blanks, punctuation and legal form: "ACME
 * GmbH & Co. KG" is "Acme", "JP Morgan" is "JPMorgan"; "Acme Labs" is not "Acme".
 */
public final class CompanyCondition implements Condition {

    private final boolean wanted;
    /** As written, by the form in which they are compared. */
    private final Map<String, String> names;

    private CompanyCondition(boolean wanted, List<String> companies) {
        this.wanted = wanted;
        names = new LinkedHashMap<>();
        companies.forEach(company -> names.putIfAbsent(comparable(company), company.strip()));
    }

    static CompanyCondition only(List<String> companies) {
        return new CompanyCondition(true, companies);
    }

    static CompanyCondition never(List<String> companies) {
        return new CompanyCondition(false, companies);
    }

    /** Whether these are the only employers, rather than those never wanted. */
    public boolean wanted() {
        return wanted;
    }

    /** The names in the form in which they are compared; see {@link JobText#comparableCompany()}. */
    public Set<String> names() {
        return names.keySet();
    }

    @Override
    public Verdict verdict(JobText job) {
        return Verdict.of(listed(job).isPresent() == wanted);
    }

    @Override
    public boolean isMetBy(JobText job) {
        return verdict(job) == Verdict.YES;
    }

    @Override
    public List<Reason> reasons(JobText job) {
        return wanted
                ? listed(job).map(name -> new Reason(name, JobText.COMPANY, 0)).stream()
                        .toList()
                : List.of();
    }

    @Override
    public boolean narrows() {
        return wanted;
    }

    @Override
    public ClauseVerdict explain(JobText job) {
        return ClauseVerdict.ofFilter(
                wanted ? "companiesIn" : "companiesOut", String.join(" / ", names.values()), this, job);
    }

    /** Equal if both name the same employers, in whatever form and order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof CompanyCondition condition
                && wanted == condition.wanted
                && names.keySet().equals(condition.names.keySet());
    }

    @Override
    public int hashCode() {
        return Objects.hash(wanted, names.keySet());
    }

    private Optional<String> listed(JobText job) {
        return Optional.ofNullable(names.get(job.comparableCompany()));
    }

    /** The form in which a name is compared. */
    public static String comparable(String company) {
        List<List<String>> spellings = Tokeniser.spellings(company);
        List<String> words = new ArrayList<>(spellings.isEmpty() ? List.of() : spellings.get(0));
        while (words.size() > 1 && CompanyNames.isLegalForm(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        return String.join("", words);
    }
}
