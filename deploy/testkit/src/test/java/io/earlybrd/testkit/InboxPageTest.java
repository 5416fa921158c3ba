package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.EventJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxPageTest {

    private static final String MAIL = """
            From: EarlyBrd <alerts@example.test>
            Subject: <b>2 jobs</b>
            Message-ID: <m.1@example.test>
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=UTF-8

            Zürich & more
            --b
            Content-Type: text/html; charset=UTF-8

            <html><head><title>x</title></head><body><script>alert(1)</script><a href="https://jobs.example/1">job</a></body></html>
            --b--
            .""";

    @TempDir
    Path folder;

    private SmtpServer smtp;
    private InboxPage page;

    @BeforeEach
    void start() throws IOException {
        smtp = SmtpServer.start(0, folder, 100);
        page = InboxPage.start(smtp, 0);
    }

    @AfterEach
    void close() {
        page.close();
        smtp.close();
    }

    @Test
    void emptyInbox_saysSo() throws Exception {
        // When
        HttpResponse<String> list = get("/");

        // Then
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains("<h1>0 mails</h1>", "No mail yet.");
    }

    @Test
    void list_showsMailsEscapedAndFindsByRecipient() throws Exception {
        // Given
        send("alice@example.test");
        send("bob@example.test");

        // When
        HttpResponse<String> all = get("/");
        HttpResponse<String> hers = get("/?to=Alice%40example.test");

        // Then
        assertThat(all.body()).contains("<h1>2 mails</h1>", "&lt;b&gt;2 jobs&lt;/b&gt;", "bob@example.test");
        assertThat(hers.body())
                .contains("<h1>1 mail</h1>", "value=\"Alice@example.test\"")
                .doesNotContain("bob@example.test");
        assertThat(all.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'");
        assertThat(get("/inbox.css").headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
    }

    @Test
    void oneMail_isShownAsTextAndItsHtmlOnlyInASandbox() throws Exception {
        // Given
        send("alice@example.test");

        // When
        HttpResponse<String> mail = get("/mails/1");
        HttpResponse<String> html = get("/mails/1/html");

        // Then
        assertThat(mail.body())
                .contains("Zürich &amp; more", "sandbox=\"allow-popups", "&lt;m.1@example.test&gt;")
                .doesNotContain("<script>");
        assertThat(html.body()).contains("<head><base target=\"_blank\"><title>", "<script>alert(1)</script>");
        assertThat(html.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .startsWith("sandbox allow-popups")
                .contains("default-src 'none'")
                .doesNotContain("allow-scripts")
                .doesNotContain("allow-same-origin");
        assertThat(get("/mails/1/text").body()).isEqualTo("Zürich & more");
    }

    @Test
    void scripts_readJsonAndTheSource() throws Exception {
        // Given
        send("alice@example.test");
        send("bob@example.test");

        // When
        JsonNode all = EventJson.mapper().readTree(get("/api/mails").body());
        JsonNode his = EventJson.mapper()
                .readTree(get("/api/mails?to=bob@example.test").body());

        // Then
        assertThat(all).hasSize(2);
        assertThat(his).hasSize(1);
        JsonNode mail = his.get(0);
        assertThat(mail.get("to").get(0).asText()).isEqualTo("bob@example.test");
        assertThat(mail.get("subject").asText()).isEqualTo("<b>2 jobs</b>");
        assertThat(mail.get("messageId").asText()).isEqualTo("<m.1@example.test>");
        assertThat(mail.get("receivedAt").asText()).endsWith("Z");
        HttpResponse<String> raw = get("/api/mails/" + mail.get("id").asLong() + "/raw");
        assertThat(raw.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        assertThat(raw.body()).startsWith("From: EarlyBrd").contains("--b--");
    }

    @Test
    void addressThatLeadsNowhere_isNotFound() throws Exception {
        // When Then
        assertThat(get("/mails/99").statusCode()).isEqualTo(404);
        assertThat(get("/mails/x").statusCode()).isEqualTo(404);
        assertThat(get("/api/mails/99/raw").statusCode()).isEqualTo(404);
        assertThat(get("/../etc").statusCode()).isEqualTo(404);
    }

    @Test
    void writing_isRefused() throws Exception {
        // Given
        HttpRequest post = HttpRequest.newBuilder(page.url().resolve("/"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();

        // When Then
        assertThat(HttpClient.newHttpClient()
                        .send(post, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void restartedInbox_showsTheMailsOfBefore() throws Exception {
        // Given
        send("alice@example.test");
        close();

        // When
        start();

        // Then
        assertThat(get("/").body()).contains("<h1>1 mail</h1>");
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(page.url() + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private void send(String recipient) throws IOException {
        try (SmtpClient client = new SmtpClient(smtp.port())) {
            client.begin(recipient);
            client.say("DATA");
            assertThat(client.say(MAIL.replace("\n", "\r\n"))).startsWith("250");
        }
    }
}
