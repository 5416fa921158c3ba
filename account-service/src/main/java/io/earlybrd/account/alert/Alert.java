package io.earlybrd.account.alert;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.EventJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One alert of one subscriber. Rows are changed by named columns in {@link Alerts}. */
@Entity
@Table(name = "alert")
public class Alert {

    static final String PAUSED_BY_OWNER = "owner";
    static final String PAUSED_BY_MAIL = "mail";

    @Id
    private UUID id;

    @Column(name = "subscriber_id")
    private UUID subscriberId;

    private long version;
    private String name;
    private String query;
    private String filters;
    private String cadence;

    @Column(name = "paused_at")
    private Instant pausedAt;

    @Column(name = "paused_by")
    private String pausedBy;

    @Column(name = "resumed_at")
    private Instant resumedAt;

    @Column(name = "query_checked")
    private boolean queryChecked;

    @Column(name = "query_asked_at")
    private Instant queryAskedAt;

    @Column(name = "query_problem")
    private String queryProblem;

    @Column(name = "form_id")
    private UUID formId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "saved_at")
    private Instant savedAt;

    protected Alert() {} // Hibernate

    Alert(UUID id, UUID subscriberId, AlertDraft draft, boolean queryChecked, Optional<UUID> formId, Instant now) {
        this.id = id;
        this.subscriberId = subscriberId;
        this.version = 1;
        this.name = draft.name();
        this.query = draft.query();
        this.filters = EventJson.write(draft.filters());
        this.cadence = draft.cadence();
        this.queryChecked = queryChecked;
        this.formId = formId.orElse(null);
        this.createdAt = now;
        this.savedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID subscriberId() {
        return subscriberId;
    }

    public String name() {
        return name;
    }

    public String query() {
        return query;
    }

    public AlertFilters filters() {
        return EventJson.read(filters.getBytes(StandardCharsets.UTF_8), AlertFilters.class);
    }

    public String cadence() {
        return cadence;
    }

    public boolean paused() {
        return pausedAt != null;
    }

    /** When it was paused, if it is. */
    public Optional<Instant> pausedAt() {
        return Optional.ofNullable(pausedAt);
    }

    /** Whether it was stopped from a mail, without logging in. */
    public boolean stoppedFromMail() {
        return PAUSED_BY_MAIL.equals(pausedBy);
    }

    /** What turned out to be wrong with the alert after it had been saved, in sentences for its owner. */
    public Optional<String> queryProblem() {
        return Optional.ofNullable(queryProblem);
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Whether it is what this form made of this draft. */
    boolean madeBy(Optional<UUID> form, AlertDraft made) {
        return form.isPresent() && form.get().equals(formId) && draft().equals(made);
    }

    AlertDraft draft() {
        return new AlertDraft(name, query, filters(), cadence);
    }

    long version() {
        return version;
    }

    /** What the other services need to know. */
    AlertSaved toEvent() {
        return new AlertSaved(
                id,
                version,
                subscriberId,
                name,
                query,
                filters(),
                cadence,
                paused(),
                Optional.ofNullable(resumedAt),
                List.of(),
                savedAt);
    }
}
