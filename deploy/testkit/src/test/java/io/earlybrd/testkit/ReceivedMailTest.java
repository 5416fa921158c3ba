package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceivedMailTest {

    private static final String ALTERNATIVES = """
            From: EarlyBrd <alerts@example.test>
            Subject: =?UTF-8?Q?2_neue_Stellen_f=C3=BCr?=
             =?UTF-8?Q?_Zo=C3=AB?=
            Message-ID: <a.1@example.test>
            List-Unsubscribe: <https://example.test/u/1>
            Received: one
            Received: two
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="outer"

            --outer
            Content-Type: multipart/alternative; boundary="inner"

            --inner
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            Z=C3=BCrich: https://jobs.example/1?a=3Db (or <https://jobs.example/2>).
            --inner
            Content-Type: text/html; charset=ISO-8859-1
            Content-Transfer-Encoding: base64

            PHAgdGl0bGU9Iv8iPjxhIGhyZWY9Imh0dHBzOi8vam9icy5leGFtcGxlLzM/YT1iJmFtcDtjPWQiPno8L2E+
            --inner--
            --outer--
            """;

    @Test
    void mailOfSeveralParts_isRead() {
        // Given
        ReceivedMail mail = mail(ALTERNATIVES);

        // When Then
        assertThat(mail.subject()).isEqualTo("2 neue Stellen für Zoë");
        assertThat(mail.messageId()).isEqualTo("<a.1@example.test>");
        assertThat(mail.headers("received")).containsExactly("one", "two");
        assertThat(mail.header("X-None")).isEmpty();
        assertThat(mail.text()).startsWith("Zürich: ");
        assertThat(mail.html()).startsWith("<p title=\"ÿ\">");
        assertThat(mail.links())
                .containsExactly(
                        "https://jobs.example/1?a=b", "https://jobs.example/2", "https://jobs.example/3?a=b&c=d");
    }

    @Test
    void plainMailWithUnknownCharacterSet_isReadAsUtf8() {
        // Given
        ReceivedMail mail = mail("Content-Type: text/plain; charset=x-nonsense\n\nGrüße\n");

        // When Then
        assertThat(mail.text()).isEqualTo("Grüße\r\n");
        assertThat(mail.html()).isEmpty();
        assertThat(mail.subject()).isEmpty();
        assertThat(mail.links()).isEmpty();
    }

    @Test
    void address_isComparedWithoutCase() {
        // Given
        ReceivedMail mail = mail("\nx");

        // When Then
        assertThat(mail.isTo("ALICE@example.test")).isTrue();
        assertThat(mail.isTo("lice@example.test")).isFalse();
    }

    private static ReceivedMail mail(String source) {
        byte[] raw = source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new ReceivedMail(1, "alerts@example.test", List.of("Alice@example.test"), Instant.EPOCH, raw, true);
    }
}
