package io.earlybrd.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Puts answers on a connection, as fast and as whole as the script wants. */
final class SmtpWire {

    private final SmtpServer server;
    private final Socket socket;
    private final OutputStream out;

    SmtpWire(SmtpServer server, Socket socket) throws IOException {
        this.server = server;
        this.socket = socket;
        this.out = socket.getOutputStream();
        socket.setTcpNoDelay(true);
    }

    /** Sends a line; always true, as the connection goes on. */
    boolean send(String line) throws IOException {
        write(line + "\r\n", Duration.ZERO);
        return true;
    }

    /** Does what a script wants, or sends the server's own line; false if the connection has ended. */
    boolean send(SmtpReaction reaction, String own) throws IOException {
        server.pause(reaction.delay());
        boolean agrees = reaction.reply().equals(SmtpReaction.AGREE);
        write(agrees ? own + "\r\n" : reaction.reply(), reaction.perByte());
        if (reaction.ending() == SmtpReaction.Ending.RESET) {
            // Closing a socket that lingers for no time sends a reset instead of an orderly end.
            socket.setSoLinger(true, 0);
        }
        if (reaction.ending() != SmtpReaction.Ending.GO_ON) {
            socket.close();
        }
        return reaction.ending() == SmtpReaction.Ending.GO_ON;
    }

    private void write(String text, Duration perByte) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (perByte.isZero()) {
            out.write(bytes);
            return;
        }
        for (byte b : bytes) {
            server.pause(perByte);
            out.write(b);
        }
    }
}
