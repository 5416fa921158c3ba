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
        RecordParser parser = RecordParser.newDelimited("\n", line -> received(line.toString()));
        parser.maxRecordSize(LONGEST_LINE);
        parser.exceptionHandler(this::end);
        socket.handler(parser);
        socket.exceptionHandler(this::end);
        socket.closeHandler(closed -> end(new IOException("connection closed by the server")));
    }

    /** Sends a command and waits so long for its reply. */
    Future<SmtpReply> command(String command, Duration timeout) {
        return write(Buffer.buffer(command + "\r\n"), timeout);
    }

    /** Sends bytes that end with the end of a line, and waits so long for the reply. */
    Future<SmtpReply> write(Buffer bytes, Duration timeout) {
        socket.write(bytes).onFailure(this::end);
        return reply(timeout);
    }

    /** The next reply of the server. */
    Future<SmtpReply> reply(Duration timeout) {
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
        long timer =
                vertx.setTimer(timeout.toMillis(), late -> end(new TimeoutException("no reply within " + timeout)));
        return promise.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    /** Encrypts the connection from here on. */
    Future<Void> upgradeToTls(String serverName) {
        return socket.upgradeToSsl(serverName);
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

    /** A server may speak unasked before it hangs up: 421. */
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
