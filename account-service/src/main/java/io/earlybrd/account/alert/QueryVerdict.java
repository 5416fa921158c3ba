package io.earlybrd.account.alert;

import io.earlybrd.account.preview.Preview;
import io.earlybrd.account.web.FormErrors;
import io.earlybrd.events.AlertSaved;
import java.util.Map;
import java.util.Optional;

/** What the matcher's answer means for the form: a query that it cannot read, or one that would flood its owner with mail. */
final class QueryVerdict {

    /** As many as one mail holds: more jobs a day than that are not news but a list. */
    private static final int MAX_INSTANT_A_DAY = 50;

    /** Fields of the form by the matcher's names of what they become. */
    private static final Map<String, Field> FIELDS = Map.of(
            Preview.Unreadable.QUERY,
            new Field("q", "Job words"),
            "places",
            new Field("places", "Places"),
            "remote",
            new Field("remote", "Remote"),
            "salaryFloor",
            new Field("pay", "Lowest pay"),
            "companiesIn",
            new Field("in", "Only these employers"),
            "companiesOut",
            new Field("out", "Never these employers"),
            "employmentTypes",
            new Field("type", "Kind of employment"),
            "seniorities",
            new Field("level", "Level"));

    private QueryVerdict() {}

    /** Notes it beside the field that is at fault, before the alert is saved. */
    static void note(Preview preview, String cadence, FormErrors errors) {
        if (preview instanceof Preview.Unreadable unreadable) {
            Field field = field(unreadable);
            errors.add(field.id(), field.label(), unreadable.sentence());
        } else {
            flood(preview, cadence).ifPresent(sentence -> errors.add("cad", "How often", sentence));
        }
    }

    /** What to tell the owner of an alert that is saved already; empty if all is well. */
    static Optional<String> ofSaved(Preview preview, String cadence) {
        return preview instanceof Preview.Unreadable unreadable
                ? Optional.of("“" + field(unreadable).label() + "” cannot be read, so this alert finds nothing. "
                        + unreadable.sentence())
                : flood(preview, cadence);
    }

    private static Optional<String> flood(Preview preview, String cadence) {
        if (preview instanceof Preview.Answered answered && cadence.equals(AlertSaved.INSTANT)) {
            long aDay = (long) answered.answer().newPerDay();
            return aDay > MAX_INSTANT_A_DAY
                    ? Optional.of(
                            "This finds about " + aDay + " jobs a day. Choose a digest, or narrow the words or places.")
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Field field(Preview.Unreadable unreadable) {
        return FIELDS.getOrDefault(unreadable.parameter().split("\\.")[0], FIELDS.get(Preview.Unreadable.QUERY));
    }

    private record Field(String id, String label) {}
}
