package io.earlybrd.scraper.source;

import io.earlybrd.scraper.database.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds sources for people who look after them. */
@ApplicationScoped
class SourceQueries {

    /** Sources that are polled and do not give their jobs. */
    static final String TROUBLE = "trouble";

    /** Sources that are switched off. */
    static final String OFF = "off";

    private static final String FIND = """
            from Source
            where (:provider = '' or provider = :provider)
              and (:named = '' or locate(:named, lower(board)) > 0 or locate(:named, lower(coalesce(company, ''))) > 0)
              and (:health = ''
                   or :health = 'off' and disabledAt is not null
                   or :health = 'trouble' and health in ('degraded', 'blocked', 'gone') and disabledAt is null
                   or health = :health and disabledAt is null)
            order by case when disabledAt is not null then 1
                          when health in ('degraded', 'blocked', 'gone') then 0 else 1 end, provider, board
            """;

    private static final String SUMMARY = """
            select cast(json_build_object(
                       'provider', provider,
                       'on', count(*) filter (where disabled_at is null),
                       'off', count(*) filter (where disabled_at is not null),
                       'unread', count(*) filter (where disabled_at is null and health = 'new'),
                       'trouble', count(*) filter (where disabled_at is null and health in ('degraded', 'blocked', 'gone')),
                       'openJobs', sum(open_jobs),
                       'lastSuccessAt', max(last_success_at)) as text)
            from source
            group by provider
            order by provider
            """;

    /**
     * Sources by provider, health and a part of the board's or employer's name, those that need a look first.
     *
     * @param health a word of health, {@value #TROUBLE} or {@value #OFF}
     * @param limit how many at most; all if it is absent
     */
    Uni<List<SourceView>> find(
            @Nullable String provider, @Nullable String health, @Nullable String named, @Nullable Integer limit) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> {
                    var query = session.createSelectionQuery(FIND, Source.class)
                            .setParameter("provider", word(provider))
                            .setParameter("health", word(health))
                            .setParameter("named", word(named));
                    return (limit == null ? query : query.setMaxResults(Math.max(1, limit))).getResultList();
                }))
                .map(sources -> sources.stream().map(Source::view).toList());
    }

    /** How the sources of each provider fare. */
    Uni<List<ProviderSummary>> summary() {
        return Panache.withSession(() -> Sql.of(SUMMARY).list(ProviderSummary.class));
    }

    private static String word(@Nullable String given) {
        return given == null ? "" : given.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * How the sources of a provider fare.
     *
     * @param on how many are polled
     * @param off how many are switched off
     * @param unread of those that are polled, how many were never read
     * @param trouble of those that are polled, how many do not give their jobs
     * @param openJobs jobs that are open
     * @param lastSuccessAt when one of them was read last
     */
    record ProviderSummary(
            String provider,
            int on,
            int off,
            int unread,
            int trouble,
            int openJobs,
            @Nullable Instant lastSuccessAt) {}
}
