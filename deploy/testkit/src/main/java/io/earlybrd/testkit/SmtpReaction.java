package io.earlybrd.testkit;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the server behaves at one point of a dialogue instead of agreeing.
 *
 * @param reply the bytes of the answer as they go over the wire, or empty for none
 * @param delay time before the first byte of the answer
 * @param perByte time between two bytes of the answer
 * @param ending what becomes of the connection after the answer
 * @param keeping whether the mail is kept although the client does not hear so
 * @param contentBytes at {@link SmtpStage#CONTENT}: how much of the mail is read before the connection ends
 */
public record SmtpReaction(
        String reply, Duration delay, Duration perByte, Ending ending, boolean keeping, long contentBytes) {

    /** What becomes of the connection after the answer. */
    public enum Ending {
        GO_ON,
        /** Ends in order. */
        CLOSE,
        /** Ends with a TCP reset. */
        RESET
    }

    /** Answers with one line; a code of 4xx or 5xx refuses. */
    public static SmtpReaction reply(int code, String text) {
        return raw(code + " " + text + "\r\n");
    }

    /** Answers with these lines, codes included. */
    public static SmtpReaction lines(String... lines) {
        return raw(Stream.of(lines).map(line -> line + "\r\n").collect(Collectors.joining()));
    }

    /** Answers with these bytes, whatever they are. */
    public static SmtpReaction raw(String bytes) {
        return new SmtpReaction(bytes, Duration.ZERO, Duration.ZERO, Ending.GO_ON, false, Long.MAX_VALUE);
    }

    /** Answers nothing and ends the connection in order. */
    public static SmtpReaction close() {
        return raw("").thenClose();
    }

    /** Answers nothing and resets the connection. */
    public static SmtpReaction reset() {
        return raw("").thenReset();
    }

    /** Answers as the server would without a script; for a delay or an ending after it. */
    public static SmtpReaction agree() {
        return raw(AGREE);
    }

    /** Marks a reply that the server itself chooses. */
    static final String AGREE = "\0";

    /** The same after a delay. */
    public SmtpReaction after(Duration longer) {
        return new SmtpReaction(reply, longer, perByte, ending, keeping, contentBytes);
    }

    /** The same with a pause between two bytes. */
    public SmtpReaction slowly(Duration pause) {
        return new SmtpReaction(reply, delay, pause, ending, keeping, contentBytes);
    }

    /** The same, and the connection ends in order. */
    public SmtpReaction thenClose() {
        return new SmtpReaction(reply, delay, perByte, Ending.CLOSE, keeping, contentBytes);
    }

    /** The same, and the connection is reset. */
    public SmtpReaction thenReset() {
        return new SmtpReaction(reply, delay, perByte, Ending.RESET, keeping, contentBytes);
    }

    /** The same, but the mail is kept: the one case in which a client that tries again makes a duplicate. */
    public SmtpReaction keepingMail() {
        return new SmtpReaction(reply, delay, perByte, ending, true, contentBytes);
    }

    /** The same after only so many bytes of the mail were read. */
    public SmtpReaction afterContent(long bytes) {
        return new SmtpReaction(reply, delay, perByte, ending, keeping, bytes);
    }

    /** Whether the answer agrees: it is the server's own, or its code is below 400. */
    boolean agrees() {
        return reply.equals(AGREE) || reply.startsWith("2") || reply.startsWith("3");
    }
}
