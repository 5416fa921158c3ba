package io.earlybrd.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import io.earlybrd.events.EventJson;
import io.earlybrd.testkit.web.LocalServer;
import io.earlybrd.testkit.web.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small web page over the mails of an {@link SmtpServer}, for people: a list, and each mail as HTML, as text and as it
 * was sent. Scripts read {@code /api/mails?to=…} and {@code /api/mails/{id}/raw}.
 */
public final class InboxPage implements AutoCloseable {

    /** A mail may not run, send or load anything; its links open in a new window, free of these limits. */
    static final String SANDBOX = "allow-popups allow-popups-to-escape-sandbox";

    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String MAIL_POLICY = "sandbox " + SANDBOX
            + "; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
    private static final String STYLESHEET = "inbox.css";
    private static final Pattern ONE = Pattern.compile("(/api)?/mails/(\\d{1,18})(/raw|/html|/text)?");

    private final SmtpServer smtp;
    private final LocalServer server;

    private InboxPage(SmtpServer smtp, int port) {
        this.smtp = smtp;
        this.server = LocalServer.start("inbox", port, this::handle);
    }

    /** Starts the page on a port of this machine; 0 takes a free one. */
    public static InboxPage start(SmtpServer smtp, int port) {
        return new InboxPage(smtp, port);
    }

    /** Its address, without a slash at the end. */
    public URI url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        boolean reading = List.of("GET", "HEAD").contains(exchange.getRequestMethod());
        Reply reply = reading ? reply(exchange.getRequestURI()) : Reply.text(405, "This inbox is only read.\n");
        reply.with("X-Content-Type-Options", "nosniff")
                .with("Cache-Control", "no-store")
                .with("Referrer-Policy", "no-referrer")
                .sendTo(exchange);
    }

    private Reply reply(URI address) {
        return switch (address.getPath()) {
            case "/" -> page(200, InboxHtml.list(mails(address), recipient(address)));
            case "/" + STYLESHEET -> Reply.of(200, "text/css; charset=utf-8", stylesheet());
            case "/api/mails" -> Reply.json(200, json(mails(address)));
            default -> one(address.getPath());
        };
    }

    private Reply one(String path) {
        Matcher matcher = ONE.matcher(path);
        if (!matcher.matches()) {
            return page(404, InboxHtml.missing());
        }
        String form = Optional.ofNullable(matcher.group(3)).orElse("");
        Function<ReceivedMail, Reply> view = switch (form) {
            case "/raw" -> mail -> Reply.of(200, "text/plain; charset=utf-8", mail.raw());
            case "/text" -> mail -> Reply.text(200, mail.text());
            case "/html" -> InboxPage::content;
            default -> mail -> page(200, InboxHtml.mail(mail));
        };
        return smtp.mail(Long.parseLong(matcher.group(2))).map(view).orElseGet(() -> page(404, InboxHtml.missing()));
    }

    private List<ReceivedMail> mails(URI address) {
        String recipient = recipient(address);
        return recipient.isEmpty() ? smtp.mails() : smtp.mailsTo(recipient);
    }

    private static ArrayNode json(List<ReceivedMail> mails) {
        ArrayNode list = EventJson.mapper().createArrayNode();
        for (ReceivedMail mail : mails) {
            list.addObject()
                    .put("id", mail.id())
                    .put("subject", mail.subject())
                    .put("receivedAt", mail.receivedAt().toString())
                    .put("messageId", mail.messageId())
                    .set("to", EventJson.mapper().valueToTree(mail.recipients()));
        }
        return list;
    }

    private static Reply page(int status, String html) {
        return Reply.html(status, html).with("Content-Security-Policy", PAGE_POLICY);
    }

    private static Reply content(ReceivedMail mail) {
        return Reply.html(200, InboxHtml.content(mail)).with("Content-Security-Policy", MAIL_POLICY);
    }

    private static String recipient(URI address) {
        String query = Optional.ofNullable(address.getRawQuery()).orElse("");
        for (String parameter : query.split("&")) {
            if (parameter.startsWith("to=")) {
                return URLDecoder.decode(parameter.substring(3), StandardCharsets.UTF_8)
                        .strip();
            }
        }
        return "";
    }

    private static byte[] stylesheet() {
        try (InputStream css = InboxPage.class.getResourceAsStream(STYLESHEET)) {
            return css.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
