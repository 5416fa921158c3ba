package io.earlybrd.scraper.posting;

import io.earlybrd.scraper.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements on table {@code detail}; each runs within the caller's transaction. */
@ApplicationScoped
class DetailTable {

    private static final String KNOWN = """
            select cast(json_build_object(
                       'externalId', listed.external_id, 'revision', detail.revision, 'readAt', detail.read_at,
                       'putOffUntil', detail.put_off_until, 'known', posting.job_id is not null,
                       'open', posting.job_id is not null and posting.closed_at is null) as text)
            from unnest(cast(:ids as text[])) as listed (external_id)
                 left join detail on detail.source_id = :source and detail.external_id = listed.external_id
                 left join posting on posting.source_id = :source and posting.external_id = listed.external_id
            where detail.external_id is not null or posting.job_id is not null
            """;

    private static final String PUT_OFF = """
            insert into detail (source_id, external_id, first_listed_at, put_off_until)
            values (:source, :id, cast(:now as timestamptz), cast(:until as timestamptz))
            on conflict (source_id, external_id) do update set put_off_until = excluded.put_off_until
            """;

    private static final String READ = """
            insert into detail (source_id, external_id, first_listed_at, revision, read_at)
            select :source, "externalId", cast(:now as timestamptz), revision, cast(:now as timestamptz)
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as details ("externalId" text, revision text)
            on conflict (source_id, external_id)
            do update set revision = excluded.revision, read_at = excluded.read_at, put_off_until = null
            """;

    private static final String BEFORE_BASELINE = """
            select cast(json_build_object('externalId', detail.external_id) as text)
            from detail join source on source.id = detail.source_id
            where detail.source_id = :source and detail.external_id = any(cast(:ids as text[]))
              and detail.first_listed_at <= source.baseline_at
            """;

    /** What is known of these listings, by external id; nothing of those that have neither details nor a posting. */
    Uni<Map<String, DetailRow>> known(UUID sourceId, Collection<String> externalIds) {
        return Sql.of(KNOWN)
                .with("source", sourceId)
                .with("ids", externalIds)
                .list(DetailRow.class)
                .map(rows -> rows.stream().collect(Collectors.toMap(DetailRow::externalId, Function.identity())));
    }

    /** Notes that they were asked for in vain. */
    Uni<Void> putOff(UUID sourceId, String externalId, Instant now) {
        return Sql.of(PUT_OFF)
                .with("source", sourceId)
                .with("id", externalId)
                .with("now", now)
                .with("until", now.plus(DetailOrder.PUT_OFF))
                .execute()
                .replaceWithVoid();
    }

    /** Notes under which revision they were read now. */
    Uni<Void> read(UUID sourceId, List<Read> details, Instant now) {
        return details.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.of(READ)
                        .with("source", sourceId)
                        .with("now", now)
                        .withJson("rows", details)
                        .execute()
                        .replaceWithVoid();
    }

    /** Those of which the details were asked for in vain before the source had its baseline: they are not new. */
    Uni<Set<String>> beforeBaseline(UUID sourceId, Collection<String> externalIds) {
        return externalIds.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : Sql.of(BEFORE_BASELINE)
                        .with("source", sourceId)
                        .with("ids", externalIds)
                        .list(ExternalId.class)
                        .map(rows -> rows.stream().map(ExternalId::externalId).collect(Collectors.toSet()));
    }

    /** Details that were read. */
    record Read(String externalId, String revision) {}

    private record ExternalId(String externalId) {}
}
