package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {

    @TempDir
    Path folder;

    @Test
    void moreMailsThanAreKept_dropTheOldest() {
        // Given
        Mailbox mailbox = new Mailbox(2, Optional.empty());

        // When
        add(mailbox, "one", true);
        add(mailbox, "two", true);
        add(mailbox, "three", true);

        // Then
        assertThat(mailbox.mails(mail -> true)).extracting(ReceivedMail::source).containsExactly("two", "three");
    }

    @Test
    void mailsInAFolder_areThereAfterARestart() throws IOException {
        // Given
        Mailbox before = mailboxInFolder();
        add(before, "Return-Path: <mine>\r\nX-Received-At: never\r\n\r\nGrüße", true);
        add(before, "refused", false);

        // When
        Mailbox after = mailboxInFolder();

        // Then
        assertThat(after.mails(mail -> true)).singleElement().satisfies(mail -> {
            assertThat(mail.sender()).isEqualTo("alerts@example.test");
            assertThat(mail.recipients()).containsExactly("alice@example.test", "zoë@example.test");
            assertThat(mail.receivedAt()).isEqualTo("2026-03-29T01:00:00Z");
            assertThat(mail.source()).isEqualTo("Return-Path: <mine>\r\nX-Received-At: never\r\n\r\nGrüße");
        });
        assertThat(add(after, "next", true)).isGreaterThan(1);
    }

    @Test
    void droppedAndClearedMails_leaveTheFolder() throws IOException {
        // Given
        Mailbox mailbox = mailboxInFolder();
        for (int i = 0; i < 5; i++) {
            add(mailbox, "mail " + i, true);
        }
        assertThat(files()).hasSize(3);

        // When
        mailbox.clear();

        // Then
        assertThat(files()).isEmpty();
    }

    @Test
    void strangeFile_isLeftAlone() throws IOException {
        // Given
        Files.writeString(folder.resolve("notes.txt"), "mine");

        // When
        Mailbox mailbox = mailboxInFolder();
        mailbox.clear();

        // Then
        assertThat(mailbox.mails(mail -> true)).isEmpty();
        assertThat(folder.resolve("notes.txt")).exists();
    }

    private Mailbox mailboxInFolder() {
        return new Mailbox(3, Optional.of(new MailFolder(folder)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static long add(Mailbox mailbox, String source, boolean accepted) {
        long id = mailbox.nextId();
        mailbox.add(new ReceivedMail(
                id,
                "alerts@example.test",
                List.of("alice@example.test", "zoë@example.test"),
                Instant.parse("2026-03-29T01:00:00Z"),
                source.getBytes(StandardCharsets.UTF_8),
                accepted));
        return id;
    }
}
