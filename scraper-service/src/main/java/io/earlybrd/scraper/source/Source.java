package io.earlybrd.scraper.source;

import io.earlybrd.events.EventIds;
import io.earlybrd.events.SourceChanged;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A board or feed that is polled. For reading only: each change is a statement that names its columns. */
@Entity
@Immutable
@Table(name = "source")
public class Source {

    @Id
    private UUID id;

    private String provider;
    private String board;
    private @Nullable String company;
    private String health;
    private int failures;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "last_crawl_at")
    private @Nullable Instant lastCrawlAt;

    @Column(name = "last_success_at")
    private @Nullable Instant lastSuccessAt;

    @Column(name = "last_yield")
    private int lastYield;

    @Column(name = "open_jobs")
    private int openJobs;

    private long version;

    @Column(name = "told_at")
    private Instant toldAt;

    @Column(name = "disabled_at")
    private @Nullable Instant disabledAt;

    /** For Hibernate. */
    protected Source() {}

    /** The id of this board's source: a hash of both, so that adding it twice is adding it once. */
    static UUID idOf(String provider, String board) {
        return EventIds.ofParts("source", provider, board);
    }

    /** The fact as others are told of it. */
    public SourceChanged changed() {
        return new SourceChanged(
                name(),
                version,
                provider,
                board,
                Optional.ofNullable(company),
                health,
                Optional.ofNullable(lastSuccessAt),
                lastYield,
                openJobs,
                Optional.ofNullable(disabledAt),
                toldAt);
    }

    /** The source as callers see it. */
    SourceView view() {
        return new SourceView(
                id,
                name(),
                provider,
                board,
                company,
                health,
                lastCrawlAt,
                lastSuccessAt,
                lastYield,
                openJobs,
                failures,
                dueAt,
                disabledAt);
    }

    private String name() {
        return provider + "/" + board;
    }
}
