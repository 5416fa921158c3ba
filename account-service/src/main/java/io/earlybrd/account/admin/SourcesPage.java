package io.earlybrd.account.admin;

import io.earlybrd.account.source.Reply;
import io.earlybrd.account.source.Scraper;
import io.earlybrd.account.web.Notice;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What stands on the page of sources.
 *
 * @param known whether the scraper answered
 * @param cut whether there are more sources than are shown
 * @param catalogue boards of the starter catalogue, by provider
 */
public record SourcesPage(
        boolean known,
        List<ProviderRow> providers,
        List<SourceRow> sources,
        boolean cut,
        Map<String, Integer> catalogue,
        SourceFilter filter,
        String noticeKind,
        String noticeText,
        String zone) {

    /** As many as fit into a page of 50 KB. */
    private static final int SHOWN = 40;

    /** Asks for all of it. */
    @ApplicationScoped
    static class Reader {

        private final Scraper scraper;
        private final Clock clock;

        Reader(Scraper scraper, Clock clock) {
            this.scraper = scraper;
            this.clock = clock;
        }

        Uni<SourcesPage> read(SourceFilter filter, ZoneId zone, Notice notice) {
            return read(filter, zone, notice.kind(), notice.text());
        }

        Uni<SourcesPage> read(SourceFilter filter, ZoneId zone, String noticeKind, String noticeText) {
            Instant now = clock.instant();
            return Uni.combine()
                    .all()
                    .unis(
                            scraper.summary(),
                            scraper.sources(filter.provider(), filter.health(), filter.named(), SHOWN + 1),
                            scraper.catalogue())
                    .asTuple()
                    .map(replies -> new SourcesPage(
                            replies.getItem1().value().isPresent()
                                    && replies.getItem2().value().isPresent(),
                            list(replies.getItem1()).stream()
                                    .map(summary -> ProviderRow.of(summary, zone, now))
                                    .toList(),
                            list(replies.getItem2()).stream()
                                    .limit(SHOWN)
                                    .map(source -> SourceRow.of(source, zone, now))
                                    .toList(),
                            list(replies.getItem2()).size() > SHOWN,
                            replies.getItem3().value().orElse(Map.of()),
                            filter,
                            noticeKind,
                            noticeText,
                            zone.getId()));
        }

        private static <T> List<T> list(Reply<List<T>> reply) {
            return reply.value().orElse(List.of());
        }
    }
}
