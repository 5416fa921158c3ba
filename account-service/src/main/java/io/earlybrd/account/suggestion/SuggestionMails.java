package io.earlybrd.account.suggestion;

import io.earlybrd.account.mailbox.AccountMails;
import io.earlybrd.account.source.Suggestion;
import io.earlybrd.account.subscriber.Subscriber;
import io.earlybrd.account.subscriber.Subscribers;
import io.earlybrd.events.inbox.Inbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells subscribers by mail what became of what they suggested. Who has stopped mail, or never confirmed the address, finds the answer on
 * the page.
 */
@ApplicationScoped
public class SuggestionMails {

    private static final String ACCEPTED = "suggestion-accepted";
    private static final String REJECTED = "suggestion-rejected";
    private static final String EMPLOYER = "employer";
    private static final String REASON = "reason";
    private static final String CLAIMED_BY = "suggestion-mails";

    private static final Duration USEFUL = Duration.ofDays(7);

    private final Subscribers subscribers;
    private final AccountMails mails;
    private final Inbox inbox;

    SuggestionMails(Subscribers subscribers, AccountMails mails, Inbox inbox) {
        this.subscribers = subscribers;
        this.mails = mails;
        this.inbox = inbox;
    }

    /**
     * Asks for one mail to each who suggested the same board, however often they are told, and however many of its addresses they
     * sent. Must be called within a Panache transaction.
     */
    public Uni<Void> tell(Suggestion decided) {
        return Multi.createFrom()
                .iterable(oneEach(decided))
                .onItem()
                .transformToUniAndConcatenate(this::tellOne)
                .onItem()
                .ignoreAsUni();
    }

    /** The first that each of them sent, whichever of theirs was answered. */
    private static Collection<Suggestion> oneEach(Suggestion decided) {
        return Stream.concat(Stream.of(decided), decided.alike().stream())
                .filter(suggestion -> suggestion.subscriberId().isPresent())
                .sorted(Comparator.comparing(Suggestion::createdAt).thenComparing(Suggestion::id))
                .collect(Collectors.<Suggestion, UUID, Suggestion>toMap(
                        suggestion -> suggestion.subscriberId().orElseThrow(),
                        Function.identity(),
                        (first, next) -> first))
                .values();
    }

    private Uni<Void> tellOne(Suggestion suggestion) {
        return subscribers.findById(suggestion.subscriberId().orElseThrow()).chain(subscriber -> {
            boolean wanted = subscriber != null
                    && subscriber.verified()
                    && subscriber.mailStop().isEmpty();
            return wanted
                    ? inbox.claim(CLAIMED_BY, suggestion.id())
                            .chain(first -> first
                                    ? request(subscriber, suggestion)
                                    : Uni.createFrom().voidItem())
                    : Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> request(Subscriber subscriber, Suggestion suggestion) {
        return mails.request(
                subscriber,
                suggestion.accepted() ? ACCEPTED : REJECTED,
                suggestion.accepted()
                        ? Map.of(EMPLOYER, suggestion.employer())
                        : Map.of(
                                EMPLOYER,
                                suggestion.employer(),
                                REASON,
                                suggestion.reason().orElse("")),
                "/suggestions",
                USEFUL);
    }
}
