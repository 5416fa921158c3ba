package io.earlybrd.account.alert;

import io.earlybrd.account.preview.PreviewPanel;
import io.earlybrd.account.preview.QueryCut;
import io.earlybrd.account.web.FormErrors;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The page with the alert form, for a new alert or one that exists, ready to be shown.
 *
 * @param alertId the alert; absent for a new one
 * @param form what was typed
 * @param errors what is wrong with it
 * @param cut the place in the query where reading it failed; null if it did not
 * @param panel the preview
 * @param mailTimes when digests come, for the hints beside the cadences
 */
public record FormPage(
        Optional<UUID> alertId,
        AlertForm form,
        FormErrors errors,
        QueryCut cut,
        PreviewPanel panel,
        MailTimesText mailTimes) {

    /** The heading. */
    public String heading() {
        return alertId.isPresent() ? "Edit alert" : "New alert";
    }

    /** Where the form goes. */
    public String action() {
        return alertId.map(id -> "/alerts/" + id).orElse("/alerts");
    }

    /** How long a name may be, in characters. */
    public int maxName() {
        return AlertFormReader.MAX_NAME;
    }

    /** How long the job words may be, in characters. */
    public int maxQuery() {
        return AlertFormReader.MAX_QUERY;
    }

    /** How long a list may be, in characters. */
    public int maxList() {
        return AlertFormReader.MAX_LIST * (AlertFormReader.MAX_ITEM + 2);
    }

    /** The currencies that can be chosen. */
    public List<String> currencies() {
        return Pay.currencies();
    }

    /** The kinds of employment that can be chosen. */
    public List<Choices.Choice> types() {
        return Choices.types();
    }

    /** The levels that can be chosen. */
    public List<Choices.Choice> levels() {
        return Choices.levels();
    }

    /** Whether the part of the form that few need is to be seen: it holds something, or something is wrong there. */
    public boolean moreOpen() {
        boolean filled = !form.companiesIn().isEmpty()
                || !form.companiesOut().isEmpty()
                || !form.types().isEmpty()
                || !form.levels().isEmpty()
                || form.wantsEmployersOnly()
                || form.wantsReposts();
        return filled || errors.has("in") || errors.has("out") || errors.has("type") || errors.has("level");
    }

    /**
     * When digests come.
     *
     * @param daily next daily digest
     * @param weekly next weekly digest
     */
    public record MailTimesText(String daily, String weekly) {}
}
