package io.earlybrd.scraper.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("T24")
class WebUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://jobs.example.com, https://jobs.example.com/",
        "HTTPS://Jobs.Example.COM:443/Feed.xml?A=b#frag, https://jobs.example.com/Feed.xml?A=b",
        "http://jobs.example.com:8080?q=1, http://jobs.example.com:8080/?q=1",
        "https://jobs.example.com./x, https://jobs.example.com/x",
        "https://bücher.example/jobs, https://xn--bcher-kva.example/jobs",
        "https://jobs.example.com/a b/ü, https://jobs.example.com/a%20b/%C3%BC",
        "https://93.184.215.14/, https://93.184.215.14/",
        "'https://[2606:2800:21F:cb07::1]:8443/x', 'https://[2606:2800:21f:cb07::1]:8443/x'"
    })
    void address_isBroughtIntoOneForm(String given, String form) {
        assertThat(WebUrl.parse(given.replace(" ", "%20")).uri()).hasToString(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jobs.example.com",
                "/jobs",
                "//jobs.example.com/",
                "ftp://jobs.example.com/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "http:127.0.0.1/",
                "http:///127.0.0.1/",
                "http://user@jobs.example.com/",
                "http://jobs.example.com@127.0.0.1/",
                "http://jobs.example.com%2f@127.0.0.1/",
                "http://jobs.example.com\\@127.0.0.1/",
                "http://127.0.0.1\\.example.com/",
                "http://jobs.example.com:0/",
                "http://jobs.example.com:65536/",
                "http://jobs.example.com:x/",
                "http://jobs..example.com/",
                "http://-jobs.example.com/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://127.0.0.0x1/",
                "http://1.2.3.4.5/",
                "http://[fe80::1%25eth0]/",
                "http://jobs.example.com /",
                "http://jobs.example.com/\r\nHost: x"
            })
    void whatIsReadInDifferentWays_isRefused(String given) {
        assertThatThrownBy(() -> WebUrl.parse(given)).isInstanceOf(RefusedUrl.class);
    }

    @Test
    void label_isAtMost63Long() {
        assertThat(WebUrl.parse("http://" + "a".repeat(63) + ".example/").host())
                .hasSize(71);
        assertThatThrownBy(() -> WebUrl.parse("http://" + "a".repeat(64) + ".example/"))
                .isInstanceOf(RefusedUrl.class);
    }

    @Test
    void address_isAtMost2000LongAlsoInAscii() {
        String start = "https://a.example/";
        assertThat(WebUrl.parse(start + "x".repeat(1982)).uri().toString()).hasSize(2000);
        assertThatThrownBy(() -> WebUrl.parse(start + "x".repeat(1983))).isInstanceOf(RefusedUrl.class);
        assertThatThrownBy(() -> WebUrl.parse(start + "ü".repeat(400))).isInstanceOf(RefusedUrl.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/x, https://a.example/x",
        "y?z=1, https://a.example/jobs/y?z=1",
        "//b.example/, https://b.example/",
        "http://c.example, http://c.example/"
    })
    void redirect_isResolvedAgainstWhereItStood(String location, String target) {
        assertThat(WebUrl.parse("https://a.example/jobs/x").resolve(location).uri())
                .hasToString(target);
    }

    @Test
    void fullwidthDigits_areSeenThrough() {
        assertThatThrownBy(() -> WebUrl.parse("http://１２７.1/")).isInstanceOf(RefusedUrl.class);
        assertThat(WebUrl.parse("http://①②⑦.⓪.⓪.①/").host()).isEqualTo("127.0.0.1");
    }
}
