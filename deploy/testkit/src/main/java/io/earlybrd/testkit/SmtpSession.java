package io.earlybrd.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One client's dialogue with {@link SmtpServer}. */
final class SmtpSession {

    private static final Pattern PATH = Pattern.compile("(?:FROM|TO):\\s*<([^>]*)>.*", Pattern.CASE_INSENSITIVE);

    private final SmtpServer server;
    private final InputStream in;
    private final SmtpWire wire;
    private final List<String> recipients = new ArrayList<>();
    private String sender;

    SmtpSession(SmtpServer server, Socket socket) throws IOException {
        this.server = server;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.wire = new SmtpWire(server, socket);
    }

    /** Talks until the client quits or goes, or until the script ends the connection. */
    void run() throws IOException {
        if (!answer(SmtpStage.CONNECT, List.of(), "220 testkit ESMTP")) {
            return;
        }
        for (String line = SmtpLines.read(in); line != null && handle(line); line = SmtpLines.read(in)) {
            // Each line is handled by the condition.
        }
    }

    /** Handles one command; false ends the connection. */
    private boolean handle(String line) throws IOException {
        String verb = line.split("\\s", 2)[0].toUpperCase(Locale.ROOT);
        return switch (verb) {
            case "EHLO" ->
                answer(
                        SmtpStage.HELLO,
                        List.of(),
                        "250-testkit\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-AUTH PLAIN LOGIN\r\n250 SIZE "
                                + SmtpLines.MAX_CONTENT);
            case "HELO" -> answer(SmtpStage.HELLO, List.of(), "250 testkit");
            case "STARTTLS" -> answer(SmtpStage.STARTTLS, List.of(), "502 5.5.1 not offered");
            case "AUTH" -> authenticate(line);
            case "MAIL" -> mail(line);
            case "RCPT" -> rcpt(line);
            case "DATA" -> data();
            case "RSET" -> {
                forget();
                yield wire.send("250 2.0.0 forgotten");
            }
            case "NOOP", "VRFY" -> wire.send("250 2.0.0 ok");
            case "QUIT" -> {
                answer(SmtpStage.QUIT, List.of(), "221 2.0.0 bye");
                yield false;
            }
            default -> wire.send("500 5.5.2 no such command");
        };
    }

    /** Takes any name and password; a script may refuse them. */
    private boolean authenticate(String line) throws IOException {
        String[] words = line.split("\\s+");
        if (words.length == 2) {
            boolean plain = words[1].equalsIgnoreCase("PLAIN");
            for (String prompt : plain ? List.of("334 ") : List.of("334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6")) {
                wire.send(prompt);
                if (SmtpLines.read(in) == null) {
                    return false;
                }
            }
        }
        return answer(SmtpStage.AUTH, List.of(), "235 2.7.0 welcome");
    }

    private boolean mail(String line) throws IOException {
        String path = path(line);
        if (path == null || sender != null) {
            return wire.send(path == null ? "501 5.5.4 no address" : "503 5.5.1 there is a sender");
        }
        SmtpReaction reaction = server.reactionAt(SmtpStage.MAIL, List.of());
        if (reaction.agrees()) {
            sender = path;
        }
        return wire.send(reaction, "250 2.1.0 ok");
    }

    private boolean rcpt(String line) throws IOException {
        String path = path(line);
        if (path == null || sender == null) {
            return wire.send(path == null ? "501 5.5.4 no address" : "503 5.5.1 no sender yet");
        }
        SmtpReaction reaction = server.reactionAt(SmtpStage.RCPT, List.of(path));
        if (reaction.agrees()) {
            recipients.add(path);
        }
        return wire.send(reaction, "250 2.1.5 ok");
    }

    private boolean data() throws IOException {
        if (recipients.isEmpty()) {
            return wire.send("503 5.5.1 no recipients");
        }
        SmtpReaction leave = server.reactionAt(SmtpStage.DATA, recipients);
        if (!wire.send(leave, "354 go on") || !leave.agrees()) {
            return leave.ending() == SmtpReaction.Ending.GO_ON;
        }
        return content(server.reactionAt(SmtpStage.CONTENT, recipients));
    }

    private boolean content(SmtpReaction reaction) throws IOException {
        byte[] raw = SmtpLines.readContent(in, reaction.contentBytes());
        if (raw == null) {
            return wire.send(reaction, "");
        }
        if (raw.length > SmtpLines.MAX_CONTENT) {
            forget();
            return wire.send("552 5.3.4 message too big");
        }
        // Recorded before the answer: a client that has its answer must find the mail.
        server.record(sender, recipients, raw, reaction.keeping() || reaction.agrees());
        forget();
        return wire.send(reaction, "250 2.0.0 taken");
    }

    private boolean answer(SmtpStage stage, Collection<String> envelope, String own) throws IOException {
        return wire.send(server.reactionAt(stage, envelope), own);
    }

    private void forget() {
        sender = null;
        recipients.clear();
    }

    private static String path(String line) {
        String[] words = line.split("\\s+", 2);
        Matcher matcher = PATH.matcher(words.length == 2 ? words[1] : "");
        return matcher.matches() ? matcher.group(1) : null;
    }
}
