package io.earlybrd.scraper.liveness;

import io.earlybrd.scraper.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The statements on table {@code look}; each runs within the caller's transaction. */
@ApplicationScoped
class LookTable {

    /** What was seen before a list showed the posting once more counts for nothing. */
    private static final String OR_BEGIN_AGAIN = """
            on conflict (posting_id) do update
            set seen_at = excluded.seen_at, due_at = excluded.due_at, looks = look.looks + 1,
                open_at = null, gone_since = null, strikes = 0, silences = 0
            where look.seen_at < excluded.seen_at
            """;

    /**
     * Who was listed last before then is not listed any more: for six hours crawls have shown no such list. Crawls of a healthy
     * source that read nothing have learnt that its list is what it was; without any crawl nobody knows.
     */
    private static final String UNSEEN_SINCE = """
            case health when 'healthy' then listed_at else last_crawl_at end - cast(:unseen as float8) * interval '1 second'
            """;

    // Those of one time are taken together, since only the time is remembered.
    private static final String ENROL = """
            with unseen as materialized (
                select job_id, last_seen_at
                from posting join source on source.id = posting.source_id
                where source.id = :source and closed_at is null and shown is not null
                  and last_seen_at > coalesce(unseen_until, '-infinity') and last_seen_at <= """ + UNSEEN_SINCE + """
                order by last_seen_at
                fetch first :most rows with ties),
            enrolled as (
                insert into look (posting_id, source_id, seen_at, due_at)
                select job_id, :source, last_seen_at, cast(:now as timestamptz)
                from unseen
            """ + OR_BEGIN_AGAIN + """
            )
            update source
            set unseen_until = case when (select count(*) from unseen) < :most then greatest(unseen_until, """ + UNSEEN_SINCE + """
                               ) else (select max(last_seen_at) from unseen) end
            where id = :source
            """;

    private static final String FIRST_DUE = """
            select posting_id from look
            where source_id = :source and due_at <= cast(:now as timestamptz)
            order by due_at
            limit :most
            """;

    private static final String FORGET = """
            delete from look using posting
            where posting.job_id = look.posting_id and look.posting_id in (""" + FIRST_DUE + """
            ) and (posting.closed_at is not null or posting.last_seen_at > look.seen_at)
            """;

    private static final String DUE = """
            select cast(json_build_object(
                       'postingId', posting_id, 'url', shown ->> 'url', 'seenAt', seen_at, 'dueAt', due_at, 'looks', looks,
                       'openAt', open_at, 'goneSince', gone_since, 'strikes', strikes, 'silences', silences,
                       'endsAt', ends_at, 'etag', etag, 'lastModified', last_modified) as text)
            from look join posting on posting.job_id = look.posting_id
            where look.posting_id in (""" + FIRST_DUE + """
            ) and posting.closed_at is null and posting.last_seen_at = look.seen_at
            order by due_at
            """;

    private static final String WITNESSES = """
            select cast(json_build_object('postingId', job_id, 'url', shown ->> 'url') as text)
            from posting
            where source_id = :source and closed_at is null and shown is not null
              and job_id <> all(cast(:looked as text[]))
            order by last_seen_at desc
            limit :most
            """;

    private static final String WRITE = """
            update look
            set due_at = seen."dueAt", looks = seen.looks, open_at = seen."openAt", gone_since = seen."goneSince",
                strikes = seen.strikes, silences = seen.silences, ends_at = seen."endsAt", etag = seen.etag,
                last_modified = seen."lastModified"
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                 as seen ("postingId" text, "dueAt" timestamptz, looks integer, "openAt" timestamptz,
                          "goneSince" timestamptz, strikes integer, silences integer, "endsAt" timestamptz, etag text,
                          "lastModified" text)
            where look.posting_id = seen."postingId" and look.looks = seen.looks - 1
            returning cast(json_build_object('postingId', posting_id) as text)
            """;

    private static final String SAMPLED = """
            select job_id, last_seen_at, shown from posting
            where source_id = :source and closed_at is null and external_id <> all(cast(:listed as text[]))
            order by job_id
            limit :most
            """;

    private static final String SAMPLE = """
            insert into look (posting_id, source_id, seen_at, due_at)
            select job_id, :source, last_seen_at, cast(:now as timestamptz)
            from (""" + SAMPLED + """
            ) as lacking
            where shown is not null
            """ + OR_BEGIN_AGAIN;

    private static final String EVIDENCE = """
            select cast(json_build_object(
                       'lacking', count(*),
                       'gone', count(*) filter (where strikes >= :enough and silences = 0),
                       'open', count(*) filter (where strikes = 0 and open_at is not null)) as text)
            from (""" + SAMPLED + """
            ) as lacking
                 left join look on look.posting_id = lacking.job_id and look.seen_at = lacking.last_seen_at
            """;

    /** Takes in open postings of the source that its lists have not shown for so long, at most so many of different times. */
    Uni<Void> enrol(UUID sourceId, Duration unseen, int most, Instant now) {
        return Sql.of(ENROL)
                .with("source", sourceId)
                .with("unseen", (double) unseen.toSeconds())
                .with("most", most)
                .with("now", now)
                .execute()
                .replaceWithVoid();
    }

    /** The looks that wait longest; those that are needless by now are forgotten. */
    Uni<List<Look>> due(UUID sourceId, int most, Instant now) {
        return Sql.of(FORGET)
                .with("source", sourceId)
                .with("most", most)
                .with("now", now)
                .execute()
                .chain(() -> Sql.of(DUE)
                        .with("source", sourceId)
                        .with("most", most)
                        .with("now", now)
                        .list(Look.class));
    }

    /** Other open postings of the source, those first that a list has shown last. */
    Uni<List<Page>> others(UUID sourceId, Collection<String> looked, int most) {
        return Sql.of(WITNESSES)
                .with("source", sourceId)
                .with("looked", looked)
                .with("most", most)
                .list(Page.class);
    }

    /** Writes what is known after looks; gives the postings of those that nobody else has written meanwhile. */
    Uni<List<String>> write(List<Look> looks) {
        return Sql.of(WRITE)
                .withJson("rows", looks)
                .list(Written.class)
                .map(written -> written.stream().map(Written::postingId).collect(Collectors.toList()));
    }

    /** Has the pages of some postings that the list lacks looked at as soon as possible. */
    Uni<Void> sample(UUID sourceId, Collection<String> listed, int most, Instant now) {
        return Sql.of(SAMPLE)
                .with("source", sourceId)
                .with("listed", listed)
                .with("most", most)
                .with("now", now)
                .execute()
                .replaceWithVoid();
    }

    /** What is known of the same postings. */
    Uni<Evidence> evidence(UUID sourceId, Collection<String> listed, int most) {
        return Sql.of(EVIDENCE)
                .with("source", sourceId)
                .with("listed", listed)
                .with("most", most)
                .with("enough", Look.ENOUGH)
                .first(Evidence.class);
    }

    /** The page of a posting. */
    record Page(String postingId, String url) {}

    /**
     * What the pages of some postings say that a list lacks.
     *
     * @param lacking how many these are, with those that were not looked at yet
     */
    record Evidence(int lacking, int gone, int open) {}

    private record Written(String postingId) {}
}
