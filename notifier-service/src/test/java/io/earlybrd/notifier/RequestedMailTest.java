package io.earlybrd.notifier;

import static io.earlybrd.testkit.Database.NOTIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.MailRequested;
import io.earlybrd.notifier.testing.ServiceTest;
import io.earlybrd.notifier.testing.World;
import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.ReceivedMail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails about the account and its billing, which other services ask for. */
@ServiceTest
@Tag("N7")
class RequestedMailTest {

    private static final Map<String, String> LINK = Map.of("link", "https://earlybrd.example/do?a=1&b=2");

    private final String address = "r" + UUID.randomUUID() + "@post.example";

    @ParameterizedTest
    @CsvSource({
        "account, verify-address,     Confirm your address",
        "account, already-registered, You have an account already",
        "account, reset-password,     Choose a new password",
        "account, password-changed,   Your password was changed",
        "account, suggestion-accepted, We watch Fjordbank {until} now",
        "account, suggestion-rejected, We do not watch Fjordbank {until}",
        "billing, trial-ending,       Your trial ends soon",
        "billing, payment-failed,     Your payment did not go through"
    })
    @Tag("N12")
    void everyTemplate_isSentWithoutAWayToUnsubscribe(String mailClass, String template, String subject) {
        // When
        World.publish(request(
                mailClass,
                template,
                Map.of(
                        "link", "https://earlybrd.example/do?a=1&b=2",
                        "endsAt", "2026-12-01T08:00:00Z",
                        "employer", "Fjordbank\r\n{until}",
                        "reason", "This <b>is</b> an agency.")));

        // Then
        ReceivedMail mail = onlyMail();
        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.header("From")).contains("EarlyBrd <account@mail.test>");
        assertThat(mail.header("List-Unsubscribe")).isEmpty();
        assertThat(mail.header("Auto-Submitted")).contains("auto-generated");
        assertThat(mail.text().lines().filter(line -> !line.startsWith("http"))).allMatch(line -> line.length() < 78);
        if (!template.equals("password-changed")) {
            assertThat(mail.text().lines()).contains("https://earlybrd.example/do?a=1&b=2");
            assertThat(mail.html()).contains("href=\"https://earlybrd.example/do?a=1&amp;b=2\"");
        }
        if (template.equals("suggestion-rejected")) {
            assertThat(mail.text().lines()).contains("Why: This <b>is</b> an agency.");
            assertThat(mail.html()).contains("Why: This &lt;b&gt;is&lt;/b&gt; an agency.");
        }
        if (template.equals("trial-ending")) {
            assertThat(mail.text()).contains("on Tue 1 Dec 2026 09:00 Europe/Berlin");
        }
    }

    @Test
    void sameRequestAgain_isOneMail() {
        // Given
        UUID eventId = UUID.randomUUID();
        MailRequested request = request("account", "verify-address", LINK);
        World.kafka().publish(request, eventId, World.now());

        // When
        World.kafka().publish(request, eventId, World.now());
        World.kafka().publish(request("account", "password-changed", Map.of()));

        // Then
        await().untilAsserted(() -> assertThat(subjects()).contains("Your password was changed"));
        await().untilAsserted(() -> assertThat(NOTIFIER.column(
                        "select 1 from mail where state in ('queued', 'sending') and mail_class <> 'alerts'"))
                .isEmpty());
        assertThat(subjects()).containsExactlyInAnyOrder("Confirm your address", "Your password was changed");
    }

    @ParameterizedTest
    @CsvSource({
        "'',      verify-address",
        "alerts,  verify-address",
        "billing, verify-address",
        "news,    verify-address",
        "account, of-the-future"
    })
    void mailWithoutItsClassOrTemplate_isRefusedToDeadLetters(String mailClass, String template) {
        assertRefused(EventJson.write(request(mailClass, template, LINK)));
    }

    @Test
    void mailWithAMissingPart_isRefusedToDeadLetters() {
        assertRefused(EventJson.write(request("account", "verify-address", Map.of())));
        assertRefused(EventJson.write(request("account", "verify-address", Map.of("link", "javascript:alert(1)"))));
        assertRefused(EventJson.write(request("account", "suggestion-accepted", LINK)));
        assertRefused(
                EventJson.write(request("account", "verify-address", LINK)).replace("\"mailClass\":\"account\",", ""));
        assertRefused(EventJson.write(request("account", "verify-address", LINK))
                .replace(address, address + ",mallory@post.example"));
        assertRefused(EventJson.write(request("account", "verify-address", LINK))
                .replace(address, address + "\\r\\nBcc: mallory@post.example"));
    }

    @Test
    void expiredRequest_isNotSent() {
        // Given
        MailRequested request = request("account", "reset-password", LINK);
        World.publish(new MailRequested(
                request.subscriberId(),
                request.mailClass(),
                request.template(),
                request.to(),
                request.zone(),
                request.data(),
                World.now(),
                World.now().minusSeconds(1)));

        // Then
        await().untilAsserted(() -> assertThat(
                        NOTIFIER.column("select state || ':' || problem from mail where subscriber_id = '"
                                + request.subscriberId() + "'"))
                .containsExactly("cancelled:expired"));
        assertThat(subjects()).isEmpty();
    }

    @Test
    void secretLink_isForgottenOnceTheMailIsSent() {
        MailRequested request = request("account", "reset-password", LINK);
        World.publish(request);

        await().untilAsserted(() -> assertThat(
                        NOTIFIER.column("select state || ':' || coalesce(request::text, 'none') from mail"
                                + " where subscriber_id = '" + request.subscriberId() + "'"))
                .containsExactly("sent:none"));
    }

    private void assertRefused(String json) {
        String key = UUID.randomUUID().toString();
        World.kafka()
                .produce(
                        "mail-requests",
                        key,
                        json.getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                CloudEvent.ID, UUID.randomUUID().toString(),
                                CloudEvent.TYPE, "MailRequested",
                                CloudEvent.SOURCE, "/test",
                                CloudEvent.TIME, "2026-11-23T10:00:00Z"));
        World.kafka().awaitRecord("mail-requests.dlq", letter -> key.equals(letter.key()), Duration.ofSeconds(40));
        assertThat(subjects()).isEmpty();
    }

    private ReceivedMail onlyMail() {
        await().untilAsserted(() -> assertThat(subjects()).hasSize(1));
        return Backends.smtp().mailsTo(address).get(0);
    }

    private List<String> subjects() {
        return Backends.smtp().mailsTo(address).stream()
                .map(ReceivedMail::subject)
                .toList();
    }

    private MailRequested request(String mailClass, String template, Map<String, String> data) {
        return new MailRequested(
                UUID.randomUUID(),
                mailClass,
                template,
                address,
                "Europe/Berlin",
                data,
                World.now(),
                World.now().plus(Duration.ofHours(24)));
    }
}
