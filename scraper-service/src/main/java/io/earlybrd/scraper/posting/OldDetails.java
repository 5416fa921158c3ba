package io.earlybrd.scraper.posting;

import io.earlybrd.scraper.database.Sql;
import io.earlybrd.scraper.retention.Perishable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Details that were asked for in vain, of listings that their source was read without since. Those that were read go with their
 * posting.
 */
@ApplicationScoped
class OldDetails implements Perishable {

    private static final String DELETE = """
            delete from detail where (source_id, external_id) in (
                select source_id, external_id from detail join source on source.id = detail.source_id
                where read_at is null and put_off_until < cast(:before as timestamptz)
                  and put_off_until < listed_at - interval '1 day'
                limit 1000
                for update of detail skip locked)
            """;

    @Override
    public String what() {
        return "details of old listings";
    }

    @Override
    public Uni<Integer> deleteSome(Instant now) {
        return Sql.of(DELETE).with("before", now.minus(Folding.REMEMBERED)).execute();
    }
}
