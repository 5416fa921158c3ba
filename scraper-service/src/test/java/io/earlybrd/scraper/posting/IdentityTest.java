package io.earlybrd.scraper.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.normalise.Pay;
import io.earlybrd.scraper.normalise.Seniority;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.PostingDraft;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    @Tag("S8")
    void jobId_isTheSameForEver() {
        assertThat(Identity.jobId("greenhouse", "fjordbank", "12")).isEqualTo("97597835cb408233961df95653e26d00");
        assertThat(Identity.jobId("greenhouse", "fjordbank1", "2"))
                .isNotEqualTo(Identity.jobId("greenhouse", "fjordbank", "12"));
    }

    @Test
    @Tag("S9")
    void contentHash_doesNotSeeTimes() {
        assertThat(hash(draft -> draft.postedAt(Instant.EPOCH))).isEqualTo(hash(draft -> draft));
    }

    @Test
    void contentHash_seesEverythingThatSubscribersSee() {
        Set<String> hashes = new HashSet<>(List.of(
                hash(draft -> draft),
                hash(draft -> draft.title("Other")),
                hash(draft -> draft.places("Bergen")),
                hash(draft -> draft.places("Bergen", "NO")),
                hash(draft -> draft.workplace(Workplace.REMOTE)),
                hash(draft -> draft.seniority(Seniority.SENIOR)),
                hash(draft -> draft.html("more")),
                hash(draft -> draft.url("https://a.example/2")),
                hash(draft -> draft.salary(Pay.range(BigDecimal.ONE, null, "EUR", "hour"))),
                hash(draft -> draft.salary(Pay.range(null, BigDecimal.ONE, "EUR", "hour")))));

        assertThat(hashes).hasSize(10);
    }

    private static String hash(UnaryOperator<PostingDraft> change) {
        PostingDraft draft =
                new PostingDraft("1").title("Welder").company("Oakline").url("https://a.example/1");
        Posting posting = change.apply(draft).posting();
        return Identity.contentHash(posting);
    }
}
