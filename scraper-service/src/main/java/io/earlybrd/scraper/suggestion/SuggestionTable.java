package io.earlybrd.scraper.suggestion;

import io.earlybrd.scraper.database.Sql;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.provider.Board;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of suggestions. All methods must be called within a Panache session, those that change within a transaction. */
final class SuggestionTable {

    /** How far the limits of a subscriber look back. */
    static final Duration MONTH = Duration.ofDays(30);

    private static final Duration DAY = Duration.ofDays(1);

    private static final String ROW = """
            cast(json_build_object(
                'id', id, 'subscriberId', subscriber_id, 'url', url, 'provider', provider, 'board', board,
                'company', company, 'state', state, 'reason', reason, 'createdAt', created_at,
                'decidedAt', decided_at) as text)
            """;

    // Two suggestions of one subscriber at the same time are counted one after the other.
    private static final String LOCK = """
            select cast(count(*) as text)
            from (select pg_advisory_xact_lock(hashtextextended(cast(cast(:subscriber as uuid) as text), 0))) as locked
            """;

    private static final String COUNT = """
            select cast(json_build_object(
                       'waiting', count(*) filter (where subscriber_id = :subscriber and state = 'waiting'),
                       'month', count(*) filter (where subscriber_id = :subscriber
                                                   and created_at > cast(:monthAgo as timestamptz)),
                       'host', count(*) filter (where host = :host and created_at > cast(:dayAgo as timestamptz))) as text)
            from suggestion
            where created_at > cast(:monthAgo as timestamptz) or state = 'waiting'
            """;

    private static final String INSERT = """
            insert into suggestion (id, subscriber_id, url, host, created_at)
            values (:id, :subscriber, :url, :host, cast(:now as timestamptz))
            """;

    private static final String FOUND = """
            update suggestion set provider = :provider, board = :board, company = cast(:company as text), reason = null
            where id = :id and state = 'waiting'
            """;

    private static final String NOTE = "update suggestion set reason = :reason where id = :id and state = 'waiting'";

    private static final String DECIDE = """
            update suggestion
            set state = :state, reason = cast(:reason as text), decided_at = cast(:now as timestamptz)
            where state = 'waiting' and id = :id
            """;

    // The employer's name as a person gave it, who knows better than the page.
    private static final String ACCEPT = """
            update suggestion
            set state = 'accepted', reason = null, decided_at = cast(:now as timestamptz),
                company = coalesce(cast(:company as text), company)
            where state = 'waiting' and provider = :provider and board = :board
            """;

    private static final String DELETE = """
            delete from suggestion where id in (
                select id from suggestion where decided_at < cast(:before as timestamptz)
                limit 1000
                for update skip locked)
            """;

    private SuggestionTable() {}

    /** Makes everybody who suggests for this subscriber wait until the end of the transaction. */
    static Uni<Void> lock(UUID subscriberId) {
        return Sql.of(LOCK)
                .with("subscriber", subscriberId)
                .first(Integer.class)
                .replaceWithVoid();
    }

    static Uni<Counts> count(UUID subscriberId, String host, Instant now) {
        return Sql.of(COUNT)
                .with("subscriber", subscriberId)
                .with("host", host)
                .with("monthAgo", now.minus(MONTH))
                .with("dayAgo", now.minus(DAY))
                .first(Counts.class);
    }

    static Uni<Void> insert(UUID id, UUID subscriberId, WebUrl url, Instant now) {
        return Sql.of(INSERT)
                .with("id", id)
                .with("subscriber", subscriberId)
                .with("url", url.uri().toString())
                .with("host", url.host())
                .with("now", now)
                .execute()
                .replaceWithVoid();
    }

    /** Notes which board an address turned out to be. */
    static Uni<Integer> found(UUID id, String provider, String board, @Nullable String company) {
        return Sql.of(FOUND)
                .with("id", id)
                .with("provider", provider)
                .with("board", board)
                .with("company", company)
                .execute();
    }

    /** Notes why it is left to a person. */
    static Uni<Integer> note(UUID id, String reason) {
        return Sql.of(NOTE).with("id", id).with("reason", reason).execute();
    }

    /** Decides a suggestion; 0 if it was decided before. */
    static Uni<Integer> decide(UUID id, String state, String reason, Instant now) {
        return Sql.of(DECIDE)
                .with("id", id)
                .with("state", state)
                .with("reason", reason)
                .with("now", now)
                .execute();
    }

    /** Accepts all that wait for a board; 0 if none does. */
    static Uni<Integer> accept(Board board, String provider, Instant now) {
        return Sql.of(ACCEPT)
                .with("provider", provider)
                .with("board", board.name())
                .with("company", board.company())
                .with("now", now)
                .execute();
    }

    /** The others of the same board that were decided at the same moment, in the same way. */
    static Uni<List<Suggestion>> alike(Suggestion decided) {
        return Sql.of("select " + ROW + " from suggestion where id <> :id and provider = cast(:provider as text)"
                        + " and board = cast(:board as text) and state = :state"
                        + " and decided_at = (select decided_at from suggestion where id = :id)")
                .with("id", decided.id())
                .with("provider", decided.provider())
                .with("board", decided.board())
                .with("state", decided.state())
                .list(Suggestion.class);
    }

    /** Deletes some of those that were decided before an instant; gives how many. */
    static Uni<Integer> delete(Instant decidedBefore) {
        return Sql.of(DELETE).with("before", decidedBefore).execute();
    }

    /** Null if there is none. */
    static Uni<@Nullable Suggestion> find(UUID id) {
        return Sql.of("select " + ROW + " from suggestion where id = :id")
                .with("id", id)
                .first(Suggestion.class);
    }

    /** The one of this subscriber that waits already for this address or, if a board is named, for this board. */
    static Uni<@Nullable Suggestion> waiting(UUID subscriberId, WebUrl url) {
        return Sql.of("select " + ROW + " from suggestion"
                        + " where subscriber_id = :subscriber and url = :url and state = 'waiting'")
                .with("subscriber", subscriberId)
                .with("url", url.uri().toString())
                .first(Suggestion.class);
    }

    /** Those in a state, or of a subscriber, or both; the newest first, those that wait by age. */
    static Uni<List<Suggestion>> list(@Nullable String state, @Nullable UUID subscriberId, int limit) {
        String order = Suggestion.WAITING.equals(state) ? "created_at" : "created_at desc";
        return Sql.of("select " + ROW + " from suggestion"
                        + " where (cast(:state as text) is null or state = cast(:state as text))"
                        + " and (cast(:subscriber as text) is null or subscriber_id = cast(cast(:subscriber as text) as uuid))"
                        + " order by " + order + " limit :limit")
                .with("state", state)
                .with("subscriber", subscriberId == null ? null : subscriberId.toString())
                .with("limit", limit)
                .list(Suggestion.class);
    }

    /**
     * How much was suggested.
     *
     * @param waiting by the subscriber, and not decided
     * @param month by the subscriber in 30 days
     * @param host by anybody, of one host, in 24 hours
     */
    record Counts(int waiting, int month, int host) {}
}
