package io.earlybrd.scraper.suggestion;

import io.earlybrd.events.EventIds;
import io.earlybrd.scraper.detect.Detection;
import io.earlybrd.scraper.detect.Detector;
import io.earlybrd.scraper.detect.FoundBoard;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Adapters;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.InvalidBoard;
import io.earlybrd.scraper.source.SourceService;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes suggestions and decides them. One is counted and stored before its page is asked for, so that many at once cannot pass
 * the limits; the page is asked for outside of transactions.
 */
@ApplicationScoped
class Suggestions {

    private static final String WATCHED_ALREADY = "We watch this employer already.";
    private static final int MAX_LISTED = 200;

    private final Detector detector;
    private final Adapters adapters;
    private final SourceService sources;
    private final ErasedTable erased;
    private final SuggestionConfig limits;
    private final EventIds ids;
    private final Clock clock;

    Suggestions(
            Detector detector,
            Adapters adapters,
            SourceService sources,
            ErasedTable erased,
            SuggestionConfig limits,
            EventIds ids,
            Clock clock) {
        this.detector = detector;
        this.adapters = adapters;
        this.sources = sources;
        this.erased = erased;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes a suggestion, unless it waits already or is one too many. */
    Uni<Taken> suggest(UUID subscriberId, WebUrl url) {
        UUID id = ids.next();
        return Panache.withTransaction(() -> SuggestionTable.lock(subscriberId)
                        .chain(() -> erased.isErased(subscriberId))
                        .chain(gone -> gone
                                ? Uni.createFrom().item(Taken.accountDeleted())
                                : insertUnlessWaiting(id, subscriberId, url)))
                .chain(taken -> taken.kind() == Taken.Kind.STORED
                        ? lookAt(id, url, why -> refuse(id, why))
                                .chain(() -> find(id))
                                .map(Taken::stored)
                        : Uni.createFrom().item(taken));
    }

    /** Those in a state, or of a subscriber, or both. */
    Uni<List<Suggestion>> list(@Nullable String state, @Nullable UUID subscriberId) {
        return Panache.withSession(() -> SuggestionTable.list(state, subscriberId, MAX_LISTED));
    }

    /**
     * Accepts one, with all others of its board: the source is polled from now on.
     *
     * @param company the employer's name, where a person knows better than the page
     * @param better another address to look at; without it the one that was suggested, if nobody could tell its board yet
     */
    Uni<Decided> accept(UUID id, @Nullable String company, @Nullable WebUrl better) {
        return find(id).chain(suggestion -> {
            if (suggestion == null) {
                return Uni.createFrom().item(Decided.UNKNOWN);
            }
            boolean known = suggestion.provider() != null && better == null;
            if (known || !suggestion.state().equals(Suggestion.WAITING)) {
                return watch(suggestion, company);
            }
            WebUrl url = better == null ? WebUrl.parse(suggestion.url()) : better;
            return lookAt(id, url, why -> note(id, why)).chain(() -> find(id)).chain(again -> watch(again, company));
        });
    }

    /** Rejects one. */
    Uni<Decided> reject(UUID id, String reason) {
        return find(id).chain(suggestion -> suggestion == null
                ? Uni.createFrom().item(Decided.UNKNOWN)
                : decide(id, () -> SuggestionTable.decide(id, Suggestion.REJECTED, reason, clock.instant())));
    }

    private Uni<Taken> insertUnlessWaiting(UUID id, UUID subscriberId, WebUrl url) {
        return SuggestionTable.waiting(subscriberId, url)
                .chain(waiting -> waiting != null
                        ? Uni.createFrom().item(Taken.waitsAlready(waiting))
                        : insert(id, subscriberId, url));
    }

    private Uni<Taken> insert(UUID id, UUID subscriberId, WebUrl url) {
        return SuggestionTable.count(subscriberId, url.host(), clock.instant()).chain(counts -> {
            if (counts.waiting() >= limits.maxWaiting()) {
                return tooMany("You have " + limits.maxWaiting()
                        + " suggestions that we have not answered yet. Wait for one of these answers.");
            }
            if (counts.month() >= limits.maxPerMonth()) {
                return tooMany(
                        "You sent " + limits.maxPerMonth() + " suggestions in 30 days, which is as many as we take.");
            }
            if (counts.host() >= limits.maxPerHostAndDay() && detector.needsPage(url)) {
                return tooMany("Pages of this site were suggested often today. Try again tomorrow.");
            }
            return SuggestionTable.insert(id, subscriberId, url, clock.instant())
                    .chain(() -> SuggestionTable.find(id))
                    .map(Taken::stored);
        });
    }

    private static Uni<Taken> tooMany(String why) {
        return Uni.createFrom().item(Taken.tooMany(why));
    }

    /**
     * Asks which board it is, and notes the answer; a person decides all but what is plain.
     *
     * @param useless what is done if it is none that we can read, and why
     */
    private Uni<?> lookAt(UUID id, WebUrl url, Function<String, Uni<?>> useless) {
        return detector.detect(url).chain(detection -> {
            if (detection instanceof Detection.Found found) {
                return found(id, found.board(), useless);
            }
            return detection instanceof Detection.Unread ? note(id, detection.why()) : useless.apply(detection.why());
        });
    }

    private Uni<?> found(UUID id, FoundBoard found, Function<String, Uni<?>> useless) {
        Optional<Adapter> adapter = adapters.find(found.provider());
        if (adapter.isEmpty()) {
            return useless.apply("The jobs are kept at " + found.provider() + ", which we cannot read yet.");
        }
        String board;
        try {
            board = adapter.get().boardName(found.board());
        } catch (InvalidBoard e) {
            return useless.apply("We found no job board at this address that we can read.");
        }
        return sources.find(found.provider(), board)
                .chain(source -> Panache.withTransaction(() -> SuggestionTable.found(
                                id, found.provider(), board, found.company())
                        .chain(() -> source != null && source.enabled()
                                ? SuggestionTable.decide(id, Suggestion.ACCEPTED, WATCHED_ALREADY, clock.instant())
                                : Uni.createFrom().item(0))));
    }

    private static Uni<?> note(UUID id, String why) {
        return Panache.withTransaction(() -> SuggestionTable.note(id, why));
    }

    private Uni<?> refuse(UUID id, String why) {
        return Panache.withTransaction(() -> SuggestionTable.decide(id, Suggestion.REJECTED, why, clock.instant()));
    }

    /** First the source, which may be added twice without harm, then the answer. */
    private Uni<Decided> watch(Suggestion suggestion, @Nullable String company) {
        if (!suggestion.state().equals(Suggestion.WAITING)) {
            return decide(suggestion.id(), () -> Uni.createFrom().item(0));
        }
        if (suggestion.provider() == null) {
            return Uni.createFrom().item(Decided.undetected(suggestion));
        }
        Adapter adapter = adapters.find(suggestion.provider()).orElseThrow();
        Board board = new Board(suggestion.board(), company == null ? suggestion.company() : company);
        Uni<SourceService.Added> source =
                company == null ? sources.addFound(adapter, board) : sources.add(adapter, board);
        return source.chain(added -> sources.switchOn(added.source().id()))
                .chain(() -> decide(
                        suggestion.id(),
                        () -> SuggestionTable.accept(
                                new Board(board.name(), company), adapter.provider(), clock.instant())));
    }

    /** Decides one, perhaps with others, and gives them as they are then. */
    private static Uni<Decided> decide(UUID id, Supplier<Uni<Integer>> decision) {
        return Panache.withTransaction(() -> decision.get()
                .chain(decided -> SuggestionTable.find(id)
                        .chain(after -> SuggestionTable.alike(after)
                                .map(alike -> new Decided(
                                        decided == 0 ? Decided.Kind.BEFORE : Decided.Kind.NOW, after, alike)))));
    }

    private static Uni<@Nullable Suggestion> find(UUID id) {
        return Panache.withSession(() -> SuggestionTable.find(id));
    }
}
