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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds many sources at once. */
@ApplicationScoped
public class SourceImport {

    /** Four hundred sources become due nine seconds apart. */
    private static final Duration SPREAD = Duration.ofHours(1);

    private static final String INSERT = """
            with added as (
                insert into source (id, provider, board, company, host, created_at, due_at, told_at, disabled_at)
                select row.id, row.provider, row.board, row.company, row.host, cast(:now as timestamptz), row."dueAt",
                       cast(:now as timestamptz), case when :enabled then null else cast(:now as timestamptz) end
                from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                         as row (id uuid, provider text, board text, company text, host text, "dueAt" timestamptz)
                on conflict do nothing
                returning id)
            select cast(json_build_object('id', id) as text) from added
            """;

    private final Outbox outbox;
    private final Event<PollRequested> polls;
    private final Clock clock;

    SourceImport(Outbox outbox, Event<PollRequested> polls, Clock clock) {
        this.outbox = outbox;
        this.polls = polls;
        this.clock = clock;
    }

    /** Whether what is added is polled. */
    public enum State {
        /** From the next hour on, at times that are spread over it: neither we nor the providers are overrun. */
        ON,
        /** Not before somebody switches it on. */
        OFF
    }

    /** A board to be added. */
    public record Wanted(Adapter adapter, Board board) {}

    /**
     * Adds the boards that are not there yet, and leaves the others as they are.
     *
     * @return how many were added
     */
    public Uni<Integer> add(List<Wanted> wanted, State state) {
        Instant now = clock.instant();
        return Panache.withTransaction(() -> Sql.of(INSERT)
                        .withJson("rows", rows(wanted, now))
                        .with("enabled", state == State.ON)
                        .with("now", now)
                        .list(Added.class)
                        .chain(added -> tell(added.stream().map(Added::id).toList())))
                .invoke(added -> polls.fire(new PollRequested()));
    }

    private Uni<Integer> tell(List<UUID> added) {
        return added.isEmpty()
                ? Uni.createFrom().item(0)
                : Panache.getSession()
                        .chain(session -> session.createSelectionQuery(
                                        "from Source where id in :added order by id", Source.class)
                                .setParameter("added", added)
                                .getResultList())
                        .call(sources -> outbox.append(
                                sources.stream().map(Source::changed).toList()))
                        .map(List::size);
    }

    /** In the order of their ids, which are hashes: boards of one provider do not become due one after the other. */
    private static List<Row> rows(List<Wanted> wanted, Instant now) {
        List<Wanted> mixed =
                wanted.stream().sorted(Comparator.comparing(SourceImport::id)).toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < mixed.size(); i++) {
            Adapter adapter = mixed.get(i).adapter();
            Board board = mixed.get(i).board();
            rows.add(new Row(
                    id(mixed.get(i)),
                    adapter.provider(),
                    board.name(),
                    board.company(),
                    WebUrl.parse(adapter.request(board).uri().toString()).host(),
                    now.plus(SPREAD.multipliedBy(i).dividedBy(mixed.size()))));
        }
        return rows;
    }

    private static UUID id(Wanted wanted) {
        return Source.idOf(wanted.adapter().provider(), wanted.board().name());
    }

    private record Row(
            UUID id,
            String provider,
            String board,
            @Nullable String company,
            String host,
            Instant dueAt) {}

    private record Added(UUID id) {}
}
