package io.earlybrd.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Keeps the newest mails, bounded in number and in bytes; in a folder too, if it has one. */
final class Mailbox {

    private static final long MAX_BYTES = 128L << 20;

    private final int maxMails;
    private final Optional<MailFolder> folder;
    private final Deque<ReceivedMail> mails = new ArrayDeque<>();
    private long bytes;
    private long lastId;

    Mailbox(int maxMails, Optional<MailFolder> folder) {
        this.maxMails = maxMails;
        this.folder = folder;
        folder.ifPresent(from -> from.load().forEach(this::keep));
    }

    /** A number that no mail has had, in this run or in an earlier one. */
    synchronized long nextId() {
        return ++lastId;
    }

    synchronized void add(ReceivedMail mail) {
        if (mail.accepted()) {
            folder.ifPresent(to -> to.write(mail));
        }
        keep(mail);
    }

    /** Those that are so, oldest first. */
    synchronized List<ReceivedMail> mails(Predicate<ReceivedMail> wanted) {
        return mails.stream().filter(wanted).toList();
    }

    synchronized void clear() {
        while (!mails.isEmpty()) {
            dropOldest();
        }
    }

    private void keep(ReceivedMail mail) {
        mails.addLast(mail);
        bytes += mail.raw().length;
        lastId = Math.max(lastId, mail.id());
        while (mails.size() > maxMails || bytes > MAX_BYTES) {
            dropOldest();
        }
    }

    private void dropOldest() {
        ReceivedMail oldest = mails.removeFirst();
        bytes -= oldest.raw().length;
        folder.ifPresent(from -> from.delete(oldest));
    }
}
