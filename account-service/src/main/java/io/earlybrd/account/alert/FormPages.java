package io.earlybrd.account.alert;

import io.earlybrd.account.alert.FormPage.MailTimesText;
import io.earlybrd.account.preview.Preview;
import io.earlybrd.account.preview.PreviewAnswer;
import io.earlybrd.account.preview.PreviewPanel;
import io.earlybrd.account.preview.Previews;
import io.earlybrd.account.preview.QueryCut;
import io.earlybrd.account.preview.SavedQuery;
import io.earlybrd.account.session.CurrentSubscriber;
import io.earlybrd.account.session.SignedIn;
import io.earlybrd.account.subscriber.Subscriber;
import io.earlybrd.account.subscriber.Subscribers;
import io.earlybrd.account.web.FormErrors;
import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.AlertSaved;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes the page with the alert form, after asking the matcher about what was typed. */
@ApplicationScoped
class FormPages {

    private final Previews previews;
    private final Subscribers subscribers;
    private final CurrentSubscriber current;
    private final Clock clock;

    FormPages(Previews previews, Subscribers subscribers, CurrentSubscriber current, Clock clock) {
        this.previews = previews;
        this.subscribers = subscribers;
        this.current = current;
        this.clock = clock;
    }

    /** The form of a new alert. */
    Uni<FormPage> empty() {
        return page(Optional.empty(), AlertForm.empty(), FormErrors.none(), Optional.empty());
    }

    /** The form of an alert that exists, with what it finds now. */
    Uni<FormPage> saved(Alert alert) {
        return previews.of(alert.query(), alert.filters())
                .chain(preview -> page(
                        Optional.of(alert.id()),
                        AlertForm.of(alert),
                        FormErrors.none(),
                        Optional.of(preview).filter(asked -> !(asked instanceof Preview.Unreadable))));
    }

    /**
     * What is to be said of a form that was sent: its errors, what the matcher thinks of it, and the draft if all is well.
     *
     * @param alert what it would replace; empty for a new one
     */
    Uni<Reviewed> review(Optional<Alert> alert, AlertForm form) {
        Optional<UUID> alertId = alert.map(Alert::id);
        AlertFormReader.Result read = AlertFormReader.read(form);
        if (read.draft().isEmpty()) {
            return page(alertId, form, read.errors(), Optional.empty())
                    .map(page -> new Reviewed(page, Optional.empty(), false));
        }
        AlertDraft draft = read.draft().get();
        Optional<SavedQuery> saved = alert.map(before -> new SavedQuery(before.query(), before.filters()));
        return previews.of(draft.query(), draft.filters(), saved).chain(preview -> {
            // What was written side by side is shown and saved one a line.
            form.writeOneALine(places(preview, draft.filters()), draft.filters());
            AlertFormReader.Result apart = AlertFormReader.read(form);
            QueryVerdict.note(preview, draft.cadence(), apart.errors());
            return page(alertId, form, apart.errors(), Optional.of(preview))
                    .map(page -> new Reviewed(
                            page,
                            apart.errors().any() ? Optional.empty() : apart.draft(),
                            preview instanceof Preview.Answered));
        });
    }

    /** The places one by one as the matcher reads them; as they were written if it does not answer. */
    private static List<String> places(Preview preview, AlertFilters filters) {
        return preview instanceof Preview.Answered answered
                        && !answered.answer().places().isEmpty()
                ? answered.answer().places().stream()
                        .map(PreviewAnswer.Place::text)
                        .toList()
                : filters.places();
    }

    private Uni<FormPage> page(Optional<UUID> alertId, AlertForm form, FormErrors errors, Optional<Preview> preview) {
        SignedIn reader = current.get();
        Instant now = clock.instant();
        PreviewPanel panel = preview.filter(asked -> !(asked instanceof Preview.Unreadable))
                .map(asked -> PreviewPanel.of(asked, form.cadence(), reader.zone(), now))
                .orElseGet(PreviewPanel::none);
        return Panache.withSession(() -> subscribers.findById(reader.subscriberId()))
                .map(owner -> new FormPage(alertId, form, errors, cut(form, preview), panel, mailTimes(owner, now)));
    }

    private static QueryCut cut(AlertForm form, Optional<Preview> preview) {
        return preview.filter(Preview.Unreadable.class::isInstance)
                .map(Preview.Unreadable.class::cast)
                .flatMap(Preview.Unreadable::column)
                .map(column -> QueryCut.of(AlertFormReader.clean(form.query()), column))
                .orElse(null);
    }

    private static MailTimesText mailTimes(Subscriber owner, Instant now) {
        return new MailTimesText(
                NextMail.of(AlertSaved.DAILY, owner.schedule(), owner.zone(), now)
                        .when(),
                NextMail.of(AlertSaved.WEEKLY, owner.schedule(), owner.zone(), now)
                        .when());
    }

    /**
     * A form that was sent.
     *
     * @param page to be shown again
     * @param draft to be saved, if nothing is wrong
     * @param queryChecked whether the matcher has read the query
     */
    record Reviewed(FormPage page, Optional<AlertDraft> draft, boolean queryChecked) {

        /** The page again, with one more error. */
        FormPage with(String field, String label, String message) {
            page.errors().add(field, label, message);
            return page;
        }
    }
}
