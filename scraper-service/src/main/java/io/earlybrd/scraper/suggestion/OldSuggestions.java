package io.earlybrd.scraper.suggestion;

import io.earlybrd.scraper.retention.Perishable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Suggestions whose answer stood on the page for long enough. Those that wait for a person stay. */
@ApplicationScoped
class OldSuggestions implements Perishable {

    private final Duration kept;

    OldSuggestions(SuggestionConfig config) {
        Duration least = SuggestionTable.MONTH;
        this.kept = config.kept().compareTo(least) < 0 ? least : config.kept();
    }

    @Override
    public String what() {
        return "decided suggestions";
    }

    @Override
    public Uni<Integer> deleteSome(Instant now) {
        return SuggestionTable.delete(now.minus(kept));
    }
}
