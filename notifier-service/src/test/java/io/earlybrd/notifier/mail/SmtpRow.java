package io.earlybrd.notifier.mail;

import io.earlybrd.testkit.SmtpReaction;
import io.earlybrd.testkit.SmtpRule;
import io.earlybrd.testkit.SmtpServer;
import io.earlybrd.testkit.SmtpStage;
import java.time.Duration;

/**
 * One recorded behaviour of a server and what is to be made of it.
 *
 * @param stage the part of the dialogue, in the table's words
 * @param reply what the server says or does there
 * @param decision the table's word for what becomes of the mail
 * @param expected further words about it
 */
record SmtpRow(String stage, String reply, String decision, String expected) {

    /** Minutes and seconds of the table are a hundredth of that here, as they are for hurried clients. */
    private static final int TIME_LAPSE = 100;

    static SmtpRow of(String line) {
        String[] columns = line.split("\t");
        return new SmtpRow(columns[0], columns[1], columns[2], columns[3]);
    }

    /** Makes a server behave so towards this recipient; else it does what good servers do. */
    void play(SmtpServer server, String recipient) {
        switch (stage) {
            case "banner" -> playBanner(server);
            case "starttls" -> {
                // Such a server cannot be told so: it is another one.
            }
            case "ehlo" -> server.script(SmtpRule.at(SmtpStage.HELLO, SmtpReaction.lines(lines())));
            case "auth" -> server.script(SmtpRule.at(SmtpStage.AUTH, SmtpReaction.lines(reply)));
            case "mail" -> server.script(SmtpRule.at(SmtpStage.MAIL, SmtpReaction.lines(reply)));
            case "rcpt" ->
                server.script(SmtpRule.at(SmtpStage.RCPT, ofRecipient()).forRecipient(recipient));
            case "data" -> playData(server);
            case "quit" -> server.script(SmtpRule.at(SmtpStage.QUIT, SmtpReaction.lines(reply)));
            case "any" -> playAnywhere(server);
            default -> throw new IllegalArgumentException("a stage that no test plays: " + stage);
        }
    }

    private void playBanner(SmtpServer server) {
        switch (reply) {
            case "(connection refused)" -> server.close();
            case "(garbage bytes)" ->
                server.script(SmtpRule.at(SmtpStage.CONNECT, SmtpReaction.raw("\u0000\u0001\u00ff not smtp\r\n")));
            default ->
                server.script(
                        SmtpRule.at(SmtpStage.CONNECT, SmtpReaction.lines(reply).thenClose()));
        }
    }

    private SmtpReaction ofRecipient() {
        // A first line of several, as Gmail answers: the last one is left out in the table.
        return reply.matches("\\d{3}-.*")
                ? SmtpReaction.lines(reply, reply.substring(0, 3) + " end")
                : SmtpReaction.lines(
                        reply.replace("250 for A, 550 for B in one transaction", "550 5.1.1 No such user"));
    }

    private void playData(SmtpServer server) {
        switch (reply) {
            case "354 then (TCP reset before final reply)" ->
                server.script(
                        SmtpRule.at(SmtpStage.CONTENT, SmtpReaction.reset().keepingMail()));
            case "354 then half the body read, reset" ->
                server.script(
                        SmtpRule.at(SmtpStage.CONTENT, SmtpReaction.reset().afterContent(500)));
            case "354 then (no reply for 11 min)" -> answerAfter(server, Duration.ofMinutes(11));
            case "354 then 250 after 9 min" -> answerAfter(server, Duration.ofMinutes(9));
            case "354-multi 354 line" -> server.script(SmtpRule.at(SmtpStage.DATA, SmtpReaction.lines(lines())));
            default -> throw new IllegalArgumentException("a behaviour that no test plays: " + reply);
        }
    }

    private static void answerAfter(SmtpServer server, Duration time) {
        server.script(SmtpRule.at(SmtpStage.CONTENT, SmtpReaction.agree().after(time.dividedBy(TIME_LAPSE))));
    }

    private void playAnywhere(SmtpServer server) {
        switch (reply) {
            case "reply with CRLF injection text" ->
                server.script(SmtpRule.at(
                        SmtpStage.RCPT, SmtpReaction.lines("550 5.7.1 Blocked", "250 2.0.0 ERROR forged log line")));
            case "1 byte per 10 s (slow loris server)" ->
                server.script(SmtpRule.at(
                        SmtpStage.CONNECT,
                        SmtpReaction.agree().slowly(Duration.ofSeconds(10).dividedBy(TIME_LAPSE))));
            default -> throw new IllegalArgumentException("a behaviour that no test plays: " + reply);
        }
    }

    /** The lines of a reply, each of which begins with its code. */
    private String[] lines() {
        return reply.split("\\s(?=\\d{3}[- ])");
    }
}
