package io.earlybrd.account.alert;

import io.earlybrd.account.preview.PlaceNote;
import io.earlybrd.account.preview.RuleCost;
import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.SalaryFloor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** What a person typed on the alert form, as typed; {@link AlertFormReader} reads it. */
public class AlertForm {

    @RestForm
    String id;

    @RestForm
    String name;

    @RestForm
    String q;

    @RestForm
    String aliases;

    @RestForm
    String places;

    @RestForm
    String remote;

    @RestForm
    String pay;

    @RestForm
    String cur;

    @RestForm
    String unstated;

    @RestForm
    String unknown;

    @RestForm
    String in;

    @RestForm
    String out;

    @RestForm
    List<String> type;

    @RestForm
    List<String> level;

    @RestForm
    String employers;

    @RestForm
    String reposts;

    @RestForm
    String cad;

    /** The rule that preview is to do without. */
    @RestForm
    String without;

    /** The place that preview is to take otherwise, as {@link PlaceNote.Choice} writes it. */
    @RestForm
    String instead;

    /** The form of a new alert. */
    static AlertForm empty() {
        AlertForm form = new AlertForm();
        form.id = UUID.randomUUID().toString();
        form.unstated = "on";
        form.unknown = "on";
        return form;
    }

    /** The form of an alert that exists. */
    static AlertForm of(Alert alert) {
        AlertFilters filters = alert.filters();
        AlertForm form = new AlertForm();
        form.name = alert.name();
        form.q = alert.query();
        form.aliases = filters.findsAliases() ? "on" : null;
        form.places = lines(filters.places());
        form.remote = filters.remote();
        form.pay = filters.salaryFloor()
                .map(floor -> Pay.amount(floor.minMinor(), floor.currency()))
                .orElse("");
        form.cur = filters.salaryFloor().map(floor -> floor.currency()).orElse("");
        form.unstated = filters.salaryFloor().map(Pay::unstatedPasses).orElse(true) ? "on" : null;
        form.unknown = filters.salaryFloor().map(SalaryFloor::unknownPasses).orElse(true) ? "on" : null;
        form.in = lines(filters.companiesIn());
        form.out = lines(filters.companiesOut());
        form.type = filters.employmentTypes();
        form.level = filters.seniorities();
        form.employers = filters.wantsEmployersOnly() ? "on" : null;
        form.reposts = filters.wantsReposts() ? "on" : null;
        form.cad = alert.cadence();
        return form;
    }

    /** What tells this form of a new alert from all others, so that one sent twice makes one alert; empty if it was not sent along. */
    Optional<UUID> id() {
        try {
            return Optional.ofNullable(id).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same as text. */
    public String idText() {
        return id().map(UUID::toString).orElse("");
    }

    public String name() {
        return text(name);
    }

    public String query() {
        return text(q);
    }

    /** Whether common other names of the words are to be found as well. */
    public boolean findsAliases() {
        return aliases != null;
    }

    /** The places, one a line. */
    public String places() {
        return text(places);
    }

    /** Writes places and employers one a line, as they were read. */
    void writeOneALine(List<String> eachPlace, AlertFilters read) {
        places = lines(eachPlace);
        in = lines(read.companiesIn());
        out = lines(read.companiesOut());
    }

    public String remote() {
        return Objects.requireNonNullElse(remote, AlertFilters.REMOTE_ALSO);
    }

    public String pay() {
        return text(pay);
    }

    public String currency() {
        return text(cur);
    }

    /** Whether jobs that state no pay pass. */
    public boolean unstatedPasses() {
        return unstated != null;
    }

    /** Whether jobs pass that state pay which cannot be compared. */
    public boolean unknownPasses() {
        return unknown != null;
    }

    /** The only employers, one a line. */
    public String companiesIn() {
        return text(in);
    }

    /** The employers left out, one a line. */
    public String companiesOut() {
        return text(out);
    }

    public List<String> types() {
        return Objects.requireNonNullElse(type, List.of());
    }

    public List<String> levels() {
        return Objects.requireNonNullElse(level, List.of());
    }

    /** Whether jobs that an agency placed are left out. */
    public boolean wantsEmployersOnly() {
        return employers != null;
    }

    /** Whether jobs that were listed before are wanted as well. */
    public boolean wantsReposts() {
        return reposts != null;
    }

    public String cadence() {
        return Objects.requireNonNullElse(cad, AlertSaved.DAILY);
    }

    /** Takes a place otherwise, or leaves out the rule that preview is to do without, if it is told to. */
    AlertForm changed() {
        PlaceNote.Choice.of(text(instead)).ifPresent(choice -> places = choice.in(places()));
        switch (text(without)) {
            case "places" -> places = "";
            case "remote" -> remote = AlertFilters.REMOTE_ALSO;
            case "salaryFloor" -> pay = "";
            case "companiesIn" -> in = "";
            case "companiesOut" -> out = "";
            case "employmentTypes" -> type = List.of();
            case "seniorities" -> level = List.of();
            case "employersOnly" -> employers = null;
            case "reposts" -> reposts = "on";
            default -> {
                if (text(without).startsWith(RuleCost.WORDS)) {
                    q = without.substring(RuleCost.WORDS.length());
                }
            }
        }
        return this;
    }

    private static String lines(List<String> items) {
        return String.join("\n", items);
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
