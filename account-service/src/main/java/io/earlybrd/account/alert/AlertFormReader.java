package io.earlybrd.account.alert;

import io.earlybrd.account.web.FormErrors;
import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.SalaryFloor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the alert form: notes what is wrong with it, and gives the draft if nothing is. */
final class AlertFormReader {

    static final int MAX_NAME = 80;
    static final int MAX_QUERY = 500;
    static final int MAX_LIST = 20;
    static final int MAX_ITEM = 80;

    private static final Pattern CONTROLS_AND_BLANKS = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final Set<String> REMOTE =
            Set.of(AlertFilters.REMOTE_ALSO, AlertFilters.REMOTE_ONLY, AlertFilters.REMOTE_NO);
    private static final Set<String> CADENCES = Set.of(AlertSaved.INSTANT, AlertSaved.DAILY, AlertSaved.WEEKLY);

    private final AlertForm form;
    private final FormErrors errors = FormErrors.none();

    private AlertFormReader(AlertForm form) {
        this.form = form;
    }

    /** Reads a form; what is wrong with it is noted in the errors of the result. */
    static Result read(AlertForm form) {
        AlertFormReader reader = new AlertFormReader(form);
        AlertDraft draft = reader.draft();
        return new Result(reader.errors.any() ? Optional.empty() : Optional.of(draft), reader.errors);
    }

    private AlertDraft draft() {
        return new AlertDraft(name(), query(), filters(), oneOf(CADENCES, form.cadence(), "cad", "How often"));
    }

    private AlertFilters filters() {
        AlertFilters filters = new AlertFilters(
                list(form.places(), "places", "Places"),
                oneOf(REMOTE, form.remote(), "remote", "Remote"),
                list(form.companiesIn(), "in", "Only these employers"),
                list(form.companiesOut(), "out", "Never these employers"),
                floor(),
                known(Choices.TYPES, form.types(), "type", "Kind of employment"),
                known(Choices.LEVELS, form.levels(), "level", "Level"));
        return filters.withAliases(form.findsAliases())
                .withEmployersOnly(form.wantsEmployersOnly())
                .withReposts(form.wantsReposts());
    }

    private String name() {
        String name = clean(form.name());
        if (name.isEmpty()) {
            errors.add("name", "Name", "Write a name, so that you know the alert again in a mail.");
        } else if (name.length() > MAX_NAME) {
            errors.add("name", "Name", "Use " + MAX_NAME + " characters or fewer. This one has " + name.length() + ".");
        }
        return name;
    }

    private String query() {
        String query = clean(form.query());
        if (query.isEmpty()) {
            errors.add(
                    "q",
                    "Job words",
                    "Write at least one word, such as nurse or “platform engineer”. Without words every job would match.");
        } else if (query.length() > MAX_QUERY) {
            errors.add("q", "Job words", "Use " + MAX_QUERY + " characters or fewer. This has " + query.length() + ".");
        }
        return query;
    }

    private Optional<SalaryFloor> floor() {
        String typed = clean(form.pay());
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Optional<SalaryFloor> floor = Pay.read(typed, form.currency(), form.unknownPasses());
        if (floor.isEmpty()) {
            errors.add(
                    "pay",
                    "Lowest pay",
                    "Write a whole number such as 75,000 and choose a currency, or leave it empty.");
        }
        return floor;
    }

    private List<String> list(String typed, String field, String label) {
        List<String> items = Arrays.stream(typed.split(","))
                .map(AlertFormReader::clean)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
        if (items.size() > MAX_LIST) {
            errors.add(field, label, "Name " + MAX_LIST + " at most. There are " + items.size() + ".");
        }
        items.stream()
                .filter(item -> item.length() > MAX_ITEM)
                .findFirst()
                .ifPresent(item -> errors.add(
                        field, label, "Use " + MAX_ITEM + " characters or fewer for each, with commas between."));
        return items;
    }

    private List<String> known(List<Choices.Choice> choices, List<String> chosen, String field, String label) {
        List<String> values = choices.stream()
                .map(Choices.Choice::value)
                .filter(chosen::contains)
                .toList();
        if (values.size() != Set.copyOf(chosen).size()) {
            errors.add(field, label, "Choose from the list.");
        }
        // All of them is the same as none: the filter asks for nothing.
        return values.size() == choices.size() ? List.of() : values;
    }

    private String oneOf(Set<String> values, String chosen, String field, String label) {
        if (!values.contains(chosen)) {
            errors.add(field, label, "Choose one of these.");
        }
        return chosen;
    }

    /** One line without control characters: a name becomes part of a mail's subject. */
    static String clean(String typed) {
        return CONTROLS_AND_BLANKS.matcher(typed).replaceAll(" ").strip();
    }

    /** The draft, if nothing is wrong, and what is wrong. */
    record Result(Optional<AlertDraft> draft, FormErrors errors) {}
}
