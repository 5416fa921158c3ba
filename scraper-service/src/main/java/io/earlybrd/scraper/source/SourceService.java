package io.earlybrd.scraper.source;

import io.earlybrd.events.outbox.Outbox;
import io.earlybrd.scraper.database.Sql;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Board;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Owns the transactions that add sources and make them due. */
@ApplicationScoped
public class SourceService {

    private static final String INSERT = """
            insert into source (id, provider, board, company, host, created_at, due_at, told_at)
            values (:id, :provider, :board, cast(:company as text), :host, cast(:now as timestamptz),
                    cast(:now as timestamptz), cast(:now as timestamptz))
            on conflict do nothing
            """;

    // Without validators the next crawl reads the whole list, and so every job of it is told of with its new company.
    private static final String NAME_COMPANY = """
            update source set company = :company, etag = null, last_modified = null,
                              version = version + 1, told_at = cast(:now as timestamptz)
            where id = :id and company is distinct from :company
            """;

    private static final String SAME_BOARD = """
            from Source where provider = :provider and lower(board) = lower(:board)
            order by case when board = :board then 0 else 1 end
            """;

    private static final String DUE_NOW =
            "update source set due_at = cast(:now as timestamptz) where id = :id and disabled_at is null";

    private static final String SWITCH_OFF = """
            update source set disabled_at = cast(:now as timestamptz), version = version + 1, told_at = cast(:now as timestamptz)
            where id = :id and disabled_at is null
            """;

    private static final String SWITCH_ON = """
            update source set disabled_at = null, due_at = cast(:now as timestamptz), version = version + 1,
                              told_at = cast(:now as timestamptz)
            where id = :id and disabled_at is not null
            """;

    private final Outbox outbox;
    private final Event<PollRequested> polls;
    private final Clock clock;

    SourceService(Outbox outbox, Event<PollRequested> polls, Clock clock) {
        this.outbox = outbox;
        this.polls = polls;
        this.clock = clock;
    }

    /** Adds a source, or finds the one that is there; a company that is named now replaces the one that was. */
    public Uni<Added> add(Adapter adapter, Board board) {
        return add(adapter, board, board.company());
    }

    /**
     * Adds a source by what an address said, or finds the one that is there, with whatever capitals: to most providers they mean
     * nothing. The company is only a guess, and replaces none that was named.
     */
    public Uni<Added> addFound(Adapter adapter, Board board) {
        return find(adapter.provider(), board.name())
                .chain(there -> there == null
                        ? add(adapter, board, null)
                        : Uni.createFrom().item(new Added(there, false)));
    }

    private Uni<Added> add(Adapter adapter, Board board, @Nullable String corrected) {
        UUID id = Source.idOf(adapter.provider(), board.name());
        Instant now = clock.instant();
        return Panache.withTransaction(() -> insert(id, adapter, board, now)
                        .chain(created -> (created ? Uni.createFrom().item(true) : name(id, corrected, now))
                                .chain(changed -> told(id, changed))
                                .map(source -> new Added(source.view(), created))))
                .invoke(added -> polls.fire(new PollRequested()));
    }

    /** The source of a board, with whatever capitals, switched off or not; null if there is none. */
    public Uni<@Nullable SourceView> find(String provider, String board) {
        return Panache.withSession(() -> Panache.getSession()
                        .chain(session -> session.createSelectionQuery(SAME_BOARD, Source.class)
                                .setParameter("provider", provider)
                                .setParameter("board", board)
                                .setMaxResults(1)
                                .getSingleResultOrNull()))
                .map(source -> source == null ? null : source.view());
    }

    /**
     * Makes a source due now, unless it is switched off.
     *
     * @return null if there is no such source
     */
    public Uni<@Nullable SourceView> poll(UUID id) {
        return Panache.withTransaction(() -> Sql.of(DUE_NOW)
                        .with("id", id)
                        .with("now", clock.instant())
                        .execute()
                        .chain(() -> found(id))
                        .map(source -> source == null ? null : source.view()))
                .invoke(source -> polls.fire(new PollRequested()));
    }

    /**
     * Switches a source off: it is not claimed any more. A crawl that runs now ends as it would have; its jobs stay as they are.
     *
     * @return null if there is no such source
     */
    public Uni<@Nullable SourceView> switchOff(UUID id) {
        return switched(id, SWITCH_OFF);
    }

    /**
     * Switches a source on again; it is due now.
     *
     * @return null if there is no such source
     */
    public Uni<@Nullable SourceView> switchOn(UUID id) {
        return switched(id, SWITCH_ON).invoke(source -> polls.fire(new PollRequested()));
    }

    private Uni<@Nullable SourceView> switched(UUID id, String statement) {
        return Panache.withTransaction(() -> Sql.of(statement)
                .with("id", id)
                .with("now", clock.instant())
                .execute()
                .chain(changed -> told(id, changed == 1))
                .map(source -> source == null ? null : source.view()));
    }

    /** The source as it is now; others are told of it if it changed. */
    private Uni<@Nullable Source> told(UUID id, boolean changed) {
        return found(id)
                .call(source -> changed
                        ? outbox.append(source.changed())
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Boolean> insert(UUID id, Adapter adapter, Board board, Instant now) {
        return Sql.of(INSERT)
                .with("id", id)
                .with("provider", adapter.provider())
                .with("board", board.name())
                .with("company", board.company())
                .with(
                        "host",
                        WebUrl.parse(adapter.request(board).uri().toString()).host())
                .with("now", now)
                .execute()
                .map(inserted -> inserted == 1);
    }

    private static Uni<Boolean> name(UUID id, @Nullable String company, Instant now) {
        return company == null
                ? Uni.createFrom().item(false)
                : Sql.of(NAME_COMPANY)
                        .with("id", id)
                        .with("company", company)
                        .with("now", now)
                        .execute()
                        .map(updated -> updated == 1);
    }

    private static Uni<@Nullable Source> found(UUID id) {
        return Panache.getSession().chain(session -> session.find(Source.class, id));
    }

    /**
     * A source that was asked for.
     *
     * @param created false if it was there before
     */
    public record Added(SourceView source, boolean created) {}
}
