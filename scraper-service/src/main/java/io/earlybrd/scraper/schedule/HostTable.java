package io.earlybrd.scraper.schedule;

import io.earlybrd.scraper.database.Sql;
import io.earlybrd.scraper.database.Transactions;
import io.earlybrd.scraper.fetch.HostRests;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What all instances know of hosts, but for who holds them: that is the business of {@link SourceLeases}. */
@ApplicationScoped
public class HostTable implements HostRests {

    private static final String REST = """
            insert into host (name, rests_until)
            values (:host, now() + cast(:rest as float8) * interval '1 second')
            on conflict (name) do update
            set rests_until = greatest(host.rests_until, excluded.rests_until)
            """;

    private static final String FORGET = """
            delete from host
            where held_until < now() and rests_until < now()
              and not exists (select from source where source.host = host.name)
            """;

    private final Transactions transactions;

    HostTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /** No instance claims a source of the host until then; a shorter wish ends no longer rest. */
    @Override
    public Uni<Void> asked(String host, Duration rest) {
        return transactions
                .run(() -> Sql.of(REST)
                        .with("host", host)
                        .with("rest", rest.toMillis() / 1e3)
                        .execute())
                .replaceWithVoid();
    }

    /** Forgets hosts of which there is no source any more, and those that a redirect led to. Must be called on a Vert.x context. */
    public Uni<Void> forgetUnused() {
        return transactions.run(() -> Sql.of(FORGET).execute()).replaceWithVoid();
    }
}
