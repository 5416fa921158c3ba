package io.earlybrd.account.admin;

import io.earlybrd.account.session.SignedIn;
import io.earlybrd.account.source.Reply;
import io.earlybrd.events.EventIds;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What admins did: written down before it is done, and what came of it after. The database refuses to change or delete a row, so
 * an act without an outcome is one whose outcome nobody knows.
 */
@ApplicationScoped
class AdminLog {

    private static final int MAX_TEXT = 500;

    private static final String BEGIN = """
            insert into admin_act (id, at, admin_id, act, subject)
            values (:id, cast(:at as timestamptz), :admin, :act, :subject)
            """;

    private static final String END = """
            insert into admin_outcome (act_id, at, outcome) values (:id, cast(:at as timestamptz), :outcome)
            """;

    private static final String NEWEST = """
            select act.at, coalesce(subscriber.email, 'deleted account'), act.act, act.subject,
                   coalesce(outcome.outcome, 'not known')
            from admin_act act
                 left join admin_outcome outcome on outcome.act_id = act.id
                 left join subscriber on subscriber.id = act.admin_id
            order by act.id desc
            limit :limit
            """;

    private final EventIds ids;
    private final Clock clock;

    AdminLog(EventIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Does something, and writes it down before and after.
     *
     * @param act what is done: {@code switch off source}
     * @param subject to what, as it was asked for
     * @param result makes words of the answer that still say something when the subject is gone
     */
    <T> Uni<Reply<T>> noted(
            SignedIn admin, String act, String subject, Function<T, String> result, Supplier<Uni<Reply<T>>> work) {
        return noted(admin, act, subject, result, done -> Uni.createFrom().voidItem(), work);
    }

    /**
     * Does something, and writes it down before and after.
     *
     * @param effect what follows from the answer here, in the transaction that writes down what came of it
     */
    <T> Uni<Reply<T>> noted(
            SignedIn admin,
            String act,
            String subject,
            Function<T, String> result,
            Function<T, Uni<Void>> effect,
            Supplier<Uni<Reply<T>>> work) {
        UUID id = ids.next();
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(BEGIN)
                                .setParameter("id", id)
                                .setParameter("at", clock.instant())
                                .setParameter("admin", admin.subscriberId())
                                .setParameter("act", act)
                                .setParameter("subject", cut(subject))
                                .executeUpdate()))
                .chain(work::get)
                .call(reply -> Panache.withTransaction(() -> ended(id, reply.map(result))
                        .chain(() -> reply.value()
                                .map(effect)
                                .orElseGet(() -> Uni.createFrom().voidItem()))));
    }

    /** The newest acts. */
    Uni<List<Entry>> newest(int limit) {
        return Panache.withSession(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(NEWEST, Object[].class)
                                .setParameter("limit", limit)
                                .getResultList()))
                .map(rows -> rows.stream().map(AdminLog::entry).toList());
    }

    private Uni<Integer> ended(UUID id, Reply<String> reply) {
        String outcome = reply.value()
                .map(result -> "done: " + result)
                .orElse(reply.refused() ? "refused: " + reply.refusal() : "no answer");
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(END)
                        .setParameter("id", id)
                        .setParameter("at", clock.instant())
                        .setParameter("outcome", cut(outcome))
                        .executeUpdate());
    }

    private static Entry entry(Object[] row) {
        Instant at = row[0] instanceof Instant instant ? instant : ((OffsetDateTime) row[0]).toInstant();
        return new Entry(at, (String) row[1], (String) row[2], (String) row[3], (String) row[4]);
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }

    /**
     * An act.
     *
     * @param admin their address now
     * @param outcome {@code done: …}, {@code refused: …}, {@code no answer} or {@code not known}
     */
    record Entry(Instant at, String admin, String act, String subject, String outcome) {}
}
