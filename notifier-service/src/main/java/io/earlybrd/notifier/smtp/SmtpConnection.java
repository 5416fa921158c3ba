package io.earlybrd.notifier.smtp;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One connection: sends commands and gives the replies, one at a time. However the connection ends, whoever waits for a reply is
 * told, and whoever asks later is told the same. Confined to its event loop.
 */
final class SmtpConnection {

    private static final int LONGEST_LINE = 4096;
    private static final int MOST_LINES = 200;
    private static final int CODE_LENGTH = 3;

    private final Vertx vertx;
    private final NetSocket socket;
    private final List<String> lines = new ArrayList<>();

    private Promise<SmtpReply> waiting;
    private SmtpReply early;
    private Throwable ended;

    SmtpConnection(Vertx vertx, NetSocket socket) {
        this.vertx = vertx;
        this.socket = socket;
        listen();
        socket.exceptionHandler(this::end);
        socket.closeHandler(closed -> end(new IOException("connection closed by the server")));
    }

    /** Talks for so long at most; after that the connection ends. */
    <T> Future<T> within(Duration limit, Supplier<Future<T>> talk) {
        long timer = vertx.setTimer(limit.toMillis(), late -> end(new TimeoutException("not done within " + limit)));
        return talk.get().onComplete(done -> vertx.cancelTimer(timer));
    }

    /** Sends a command and waits for its reply. */
    Future<SmtpReply> command(String command) {
        return write(Buffer.buffer(command + "\r\n"));
    }

    /** Sends bytes that end with the end of a line, and waits for the reply. */
    Future<SmtpReply> write(Buffer bytes) {
        if (early != null) {
            // It would be taken for the answer to this, and each later answer for that to the command after its own.
            end(new IOException("the server speaks out of turn"));
            return Future.failedFuture(ended);
        }
        socket.write(bytes).onFailure(this::end);
        return reply();
    }

    /** The next reply of the server. */
    Future<SmtpReply> reply() {
        if (early != null) {
            Future<SmtpReply> reply = Future.succeededFuture(early);
            early = null;
            return reply;
        }
        if (ended != null) {
            return Future.failedFuture(ended);
        }
        Promise<SmtpReply> promise = Promise.promise();
        waiting = promise;
        return promise.future();
    }

    /** Encrypts the connection from here on; what was begun in clear is not continued. */
    Future<Void> upgradeToTls(String serverName) {
        return socket.upgradeToSsl(serverName).onSuccess(encrypted -> listen());
    }

    boolean isEncrypted() {
        return socket.isSsl();
    }

    /** Whether the server can still be talked to, as far as is known. */
    boolean isOpen() {
        return ended == null;
    }

    /** Says goodbye and closes, without waiting for the answer. */
    void quit() {
        if (isOpen()) {
            socket.write("QUIT\r\n");
        }
        end(new IOException("connection closed by us"));
    }

    private void listen() {
        lines.clear();
        RecordParser parser = RecordParser.newDelimited("\n", line -> received(line.toString()));
        parser.maxRecordSize(LONGEST_LINE);
        parser.exceptionHandler(this::end);
        socket.handler(parser);
    }

    private void received(String line) {
        String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        boolean valid =
                text.length() >= CODE_LENGTH && text.substring(0, CODE_LENGTH).matches("[2-5]\\d\\d");
        if (!valid || lines.size() == MOST_LINES) {
            end(new IOException("the server does not speak SMTP"));
            return;
        }
        lines.add(text.length() > CODE_LENGTH ? text.substring(CODE_LENGTH + 1) : "");
        if (text.length() == CODE_LENGTH || text.charAt(CODE_LENGTH) != '-') {
            SmtpReply reply = new SmtpReply(Integer.parseInt(text.substring(0, CODE_LENGTH)), List.copyOf(lines));
            lines.clear();
            replied(reply);
        }
    }

    /** A greeting may be there before anybody asks for it. Whatever else a server says unasked ends the connection. */
    private void replied(SmtpReply reply) {
        Promise<SmtpReply> asking = waiting;
        waiting = null;
        if (asking == null) {
            early = reply;
        } else {
            asking.complete(reply);
        }
    }

    private void end(Throwable cause) {
        if (ended != null) {
            return;
        }
        ended = cause;
        Promise<SmtpReply> asking = waiting;
        waiting = null;
        socket.close();
        if (asking != null) {
            asking.fail(cause);
        }
    }
}
