package io.earlybrd.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client that says to an SMTP server exactly what a test wants. */
final class SmtpClient implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader in;

    SmtpClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Sends bytes without waiting for an answer. */
    void send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
    }

    /** The next answer, its lines joined by {@code |}; null if the server has ended the connection. */
    String reply() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lines.add(line);
            if (line.length() < 4 || line.charAt(3) != '-') {
                return String.join("|", lines);
            }
        }
        return null;
    }

    /** Sends a command and reads its answer. */
    String say(String command) throws IOException {
        send(command + "\r\n");
        return reply();
    }

    /** Greets, names the envelope and asks for leave to send; the answers are not looked at. */
    void begin(String... recipients) throws IOException {
        reply();
        say("EHLO client");
        say("MAIL FROM:<alerts@example.test>");
        for (String recipient : recipients) {
            say("RCPT TO:<" + recipient + ">");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
