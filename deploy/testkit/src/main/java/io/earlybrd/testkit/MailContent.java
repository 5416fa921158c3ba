package io.earlybrd.testkit;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parsed headers and parts of a mail. */
final class MailContent {

    private final MimeMessage message;

    private MailContent(MimeMessage message) {
        this.message = message;
    }

    static MailContent of(byte[] raw) {
        // The mail library looks for its parts through the thread's class loader, which may be another one.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(MailContent.class.getClassLoader());
        try {
            return new MailContent(new MimeMessage(null, new ByteArrayInputStream(raw)));
        } catch (MessagingException e) {
            throw new IllegalStateException("not a mail", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** All headers of a name, decoded and unfolded. */
    List<String> headers(String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null
                    ? List.of()
                    : Stream.of(values).map(MailContent::decoded).toList();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Text of the first part of a type, such as {@code text/html}. */
    Optional<String> part(String type) {
        try {
            return find(message, type);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("mail cannot be read", e);
        }
    }

    private static Optional<String> find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(text(part));
        }
        if (part.isMimeType("multipart/*")) {
            // Not getContent(), which depends on handlers that are found through the thread's class loader.
            MimeMultipart parts = new MimeMultipart(part.getDataHandler().getDataSource());
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = find(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String text(Part part) throws MessagingException, IOException {
        return new String(part.getInputStream().readAllBytes(), charset(part));
    }

    private static Charset charset(Part part) throws MessagingException {
        String name = new ContentType(part.getContentType()).getParameter("charset");
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException e) {
            return header;
        }
    }
}
