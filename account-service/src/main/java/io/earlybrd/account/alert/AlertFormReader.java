package io.earlybrd.account.alert;

import io.earlybrd.account.web.FormErrors;
import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.SalaryFloor;
import io.earlybrd.events.company.CompanyNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the alert form: notes what is wrong with it, and gives the draft if nothing is. */
final class AlertFormReader {

    static final int MAX_NAME = 80;
    static final int MAX_QUERY = 500;
    static final int MAX_LIST = 20;
    static final int MAX_ITEM = 80;

    /** Holds several places, if they are written side by side. */
    static final int MAX_PLACES_LINE = 500;

    private static final Pattern CONTROLS_AND_BLANKS = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final Pattern COMMAS = Pattern.compile("\\s*,[\\s,]*");
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
                list(form.places().lines(), MAX_PLACES_LINE, "places", "Places"),
                oneOf(REMOTE, form.remote(), "remote", "Remote"),
                list(employers(form.companiesIn()), MAX_ITEM, "in", "Only these employers"),
                list(employers(form.companiesOut()), MAX_ITEM, "out", "Never these employers"),
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
        Optional<SalaryFloor> floor = Pay.read(typed, form.currency(), form.unknownPasses(), form.unstatedPasses());
        if (floor.isEmpty()) {
            errors.add(
                    "pay",
                    "Lowest pay",
                    "Write a whole number such as 75,000 and choose a currency, or leave it empty.");
        }
        return floor;
    }

    private static Stream<String> employers(String typed) {
        return typed.lines().flatMap(line -> employersOn(line).stream());
    }

    /** One, or several with commas between; "Acme, Inc." is one, as what is behind its comma does not tell it from another "Acme". */
    private static List<String> employersOn(String line) {
        List<String> names = new ArrayList<>();
        for (String part : COMMAS.split(line)) {
            int last = names.size() - 1;
            if (last >= 0 && isSameEmployer(names.get(last), names.get(last) + ", " + part)) {
                names.set(last, names.get(last) + ", " + part);
            } else {
                names.add(part);
            }
        }
        return names;
    }

    private static boolean isSameEmployer(String name, String other) {
        return CompanyNames.comparable(name).equals(CompanyNames.comparable(other));
    }

    private List<String> list(Stream<String> typed, int longest, String field, String label) {
        List<String> items = typed.map(AlertFormReader::clean)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
        if (items.size() > MAX_LIST) {
            errors.add(field, label, "Name " + MAX_LIST + " at most. There are " + items.size() + ".");
        }
        items.stream()
                .filter(item -> item.length() > longest)
                .findFirst()
                .ifPresent(
                        item -> errors.add(field, label, "Write one a line, in " + longest + " characters or fewer."));
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
