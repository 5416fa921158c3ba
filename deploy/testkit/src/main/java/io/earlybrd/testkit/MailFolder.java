package io.earlybrd.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that holds one {@code .eml} file per mail. As a mail system does, it writes the envelope as headers above the
 * mail, so that any mail program opens the file.
 */
final class MailFolder {

    private static final String SENDER = "Return-Path: ";
    private static final String RECIPIENT = "Delivered-To: ";
    private static final String RECEIVED_AT = "X-Received-At: ";

    private final Path folder;

    MailFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All mails, oldest first; a file that is not one of ours is left alone. */
    List<ReceivedMail> load() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d+\\.eml"))
                    .sorted()
                    .map(MailFolder::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(ReceivedMail mail) {
        Path file = file(mail.id());
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Files.write(draft, bytes(mail));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(ReceivedMail mail) {
        try {
            Files.deleteIfExists(file(mail.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(long id) {
        return folder.resolve("%010d.eml".formatted(id));
    }

    private static byte[] bytes(ReceivedMail mail) throws IOException {
        StringBuilder envelope = new StringBuilder();
        envelope.append(SENDER).append('<').append(mail.sender()).append(">\r\n");
        mail.recipients()
                .forEach(recipient ->
                        envelope.append(RECIPIENT).append(recipient).append("\r\n"));
        envelope.append(RECEIVED_AT).append(mail.receivedAt()).append("\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(envelope.toString().getBytes(StandardCharsets.UTF_8));
        bytes.write(mail.raw());
        return bytes.toByteArray();
    }

    private static ReceivedMail read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            // The time is the last line of the envelope; what follows is the mail, whatever it holds.
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n", text.indexOf(RECEIVED_AT)) + 2;
            List<String> envelope =
                    new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
            String name = file.getFileName().toString();
            return new ReceivedMail(
                    Long.parseLong(name.substring(0, name.indexOf('.'))),
                    values(envelope, SENDER).get(0).replaceAll("[<>]", ""),
                    values(envelope, RECIPIENT),
                    Instant.parse(values(envelope, RECEIVED_AT).get(0)),
                    Arrays.copyOfRange(bytes, end, bytes.length),
                    true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> values(List<String> envelope, String name) {
        return envelope.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .toList();
    }
}
