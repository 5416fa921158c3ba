package io.earlybrd.scraper.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S8")
class UrlKeyTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.careers.example/jobs/41234, http://careers.example/jobs/41234/",
        "https://careers.example/jobs?gh_jid=41234, https://careers.example/jobs?gh_src=x&gh_jid=41234&utm_source=feed",
        "https://careers.example/j?b=2000&a=1, https://careers.example/j?a=1&b=2000"
    })
    void onePage_hasOneKeyWhoeverLinksToIt(String url, String other) {
        assertThat(key(url)).isNotNull().isEqualTo(key(other));
    }

    @Test
    void otherNumber_isAnotherPage() {
        assertThat(key("https://careers.example/jobs?gh_jid=41234"))
                .isNotEqualTo(key("https://careers.example/jobs?gh_jid=41235"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://careers.example",
                "https://careers.example/jobs/",
                "https://careers.example/en/open-positions",
                "https://careers.example/jobs?utm_source=feed2026"
            })
    void pageOfAllJobs_hasNone(String url) {
        assertThat(key(url)).isNull();
    }

    private static @Nullable String key(String url) {
        return UrlKey.of(URI.create(url));
    }
}
