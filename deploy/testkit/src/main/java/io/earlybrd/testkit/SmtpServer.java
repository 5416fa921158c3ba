package io.earlybrd.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A small SMTP server on the loopback address that takes every mail, remembers every one that was put on the wire, and
 * can be told to behave as badly as real servers do ({@link #script}).
 */
public final class SmtpServer implements AutoCloseable {

    private static final int MAX_MAILS = 20_000;
    private static final int BACKLOG = 200;
    private static final int MAX_CONNECTIONS = 500;

    private final ServerSocket listener;
    private final Mailbox mailbox;
    private final Clock clock;
    private final List<SmtpRule> rules = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong connectionCount = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);

    private Thread accepting;

    private SmtpServer(int port, Mailbox mailbox, Clock clock) {
        this.mailbox = mailbox;
        this.clock = clock;
        try {
            this.listener = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("SMTP port " + port, e);
        }
    }

    /** Starts a server on a free port that keeps mails in memory. */
    public static SmtpServer start() {
        return start(0);
    }

    /** Starts a server that keeps mails in memory; port 0 takes a free one. */
    public static SmtpServer start(int port) {
        return started(new SmtpServer(port, new Mailbox(MAX_MAILS, Optional.empty()), Clock.systemUTC()));
    }

    /** Starts a server that also keeps its newest mails in a folder and shows them again after a restart. */
    public static SmtpServer start(int port, Path folder, int maxMails) {
        Mailbox mailbox = new Mailbox(maxMails, Optional.of(new MailFolder(folder)));
        return started(new SmtpServer(port, mailbox, Clock.systemUTC()));
    }

    private static SmtpServer started(SmtpServer server) {
        server.accepting = Daemons.start("smtp-" + server.port(), server::acceptConnections);
        return server;
    }

    /** The port on the loopback address. */
    public int port() {
        return listener.getLocalPort();
    }

    /** All mails that it took, oldest first. */
    public List<ReceivedMail> mails() {
        return mailbox.mails(ReceivedMail::accepted);
    }

    /** All mails that it took for this address, oldest first. */
    public List<ReceivedMail> mailsTo(String address) {
        return mailbox.mails(mail -> mail.accepted() && mail.isTo(address));
    }

    /** The mail of this number, if it was taken and is still kept. */
    public Optional<ReceivedMail> mail(long id) {
        return mailbox.mails(mail -> mail.accepted() && mail.id() == id).stream()
                .findFirst();
    }

    /** Every mail that a client put on the wire, oldest first, also those that were refused after their last byte. */
    public List<ReceivedMail> transmissions() {
        return mailbox.mails(mail -> true);
    }

    /** How many connections there have been. */
    public long connectionCount() {
        return connectionCount.get();
    }

    /** Adds a rule; of several that apply the first one counts. */
    public void script(SmtpRule rule) {
        rules.add(rule);
    }

    /** Forgets all rules. */
    public void behave() {
        rules.clear();
    }

    /** Forgets all mails and all rules. */
    public void clear() {
        rules.clear();
        mailbox.clear();
    }

    @Override
    public void close() {
        closing.countDown();
        Daemons.close(listener, accepting);
        try {
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the script wants at this point; the server's own behaviour where it wants nothing. */
    SmtpReaction reactionAt(SmtpStage stage, Collection<String> recipients) {
        return rules.stream()
                .filter(rule -> rule.applies(stage, recipients))
                .findFirst()
                .map(SmtpRule::reaction)
                .orElseGet(SmtpReaction::agree);
    }

    void record(String sender, List<String> recipients, byte[] raw, boolean accepted) {
        mailbox.add(
                new ReceivedMail(mailbox.nextId(), sender, List.copyOf(recipients), clock.instant(), raw, accepted));
    }

    /** Waits on behalf of an answer that is slow on purpose. */
    void pause(Duration duration) throws IOException {
        try {
            if (closing.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("the server was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void acceptConnections() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                connectionCount.incrementAndGet();
                if (connections.size() == MAX_CONNECTIONS) {
                    connection.close();
                    continue;
                }
                connections.add(connection);
                Daemons.start("smtp-connection", () -> serve(connection));
            } catch (IOException e) {
                // The listener was closed, or a client was gone before it was taken.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            new SmtpSession(this, connection).run();
        } catch (IOException e) {
            // A client may go at any time; what it had sent completely is recorded.
        } finally {
            connections.remove(connection);
        }
    }
}
