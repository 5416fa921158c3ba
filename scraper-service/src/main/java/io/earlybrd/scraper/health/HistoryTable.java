package io.earlybrd.scraper.health;

import io.earlybrd.scraper.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The statement on table {@code source_day}; it runs within the caller's transaction, and only who has the source may call it. */
@ApplicationScoped
public class HistoryTable {

    private static final String WRITE = """
            with pruned as (delete from source_day where source_id = :id and day < cast(:oldest as date))
            insert into source_day (source_id, day, listed, fresh)
            values (:id, cast(:day as date), cast(:listed as integer), :fresh)
            on conflict (source_id, day) do update set listed = excluded.listed, fresh = excluded.fresh
            """;

    /** Writes the day of today, if it is not what it was before, and forgets days that are too old. */
    public Uni<Void> write(UUID sourceId, History before, History after) {
        if (after.equals(before)) {
            return Uni.createFrom().voidItem();
        }
        Day today = after.ofToday().orElseThrow();
        return Sql.of(WRITE)
                .with("id", sourceId)
                .with("day", today.day())
                .with("oldest", today.day().minusDays(History.DAYS - 1))
                .with("listed", today.listed())
                .with("fresh", today.fresh())
                .execute()
                .replaceWithVoid();
    }
}
