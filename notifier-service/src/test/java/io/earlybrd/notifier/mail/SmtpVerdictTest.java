package io.earlybrd.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.notifier.mail.SmtpOutcome.Ambiguous;
import io.earlybrd.notifier.mail.SmtpOutcome.Deferred;
import io.earlybrd.notifier.mail.SmtpOutcome.Refused;
import io.earlybrd.notifier.mail.SmtpOutcome.Unreachable;
import io.earlybrd.notifier.smtp.SmtpRefusal;
import io.earlybrd.notifier.smtp.SmtpRefusal.Stage;
import io.earlybrd.notifier.smtp.SmtpUnanswered;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpVerdictTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 | 5.1.1 No such user here            | no-such-address",
                "550 | 5.1.1. No such user here           | no-such-address",
                "553 | 5.1.3 Bad address syntax           | no-such-address",
                "556 | 5.1.10 Recipient has null MX       | no-such-address",
                "550 | 5.1.2 No such domain               | no-such-address",
                "551 | 5.1.6 Moved, no forwarding address | no-such-address",
                "550 | 5.2.1 Mailbox disabled             | no-such-address",
            })
    void recipientThatTakesNoMail_isRefusedAndItsAddressDead(int code, String text, String problem) {
        assertThat(SmtpVerdict.of(new SmtpRefusal(Stage.RECIPIENT, code, text))).isEqualTo(new Refused(problem, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RECIPIENT | 550 | 5.2.3 Mailbox takes no such size  | refused",
                "RECIPIENT | 550 | No such user (5.1.1)              | refused",
                "RECIPIENT | 550 | Blocked by filter 5.1.1           | refused",
                "RECIPIENT | 550 | 5.1.1.7 is not welcome here       | refused",
                "RECIPIENT | 550 | 5.1.0 Address rejected            | refused",
                "RECIPIENT | 550 | 5.1.4 Ambiguous                   | refused",
                "RECIPIENT | 550 | No such user                      | refused",
                "MESSAGE   | 554 | 5.6.0 Cannot parse                | message-refused",
                "MESSAGE   | 550 | 5.1.1 Late refusal                | refused",
                "SENDER    | 552 | 5.3.4 Message too big             | message-refused",
            })
    void refusalForAnotherReason_leavesTheAddressAlive(Stage stage, int code, String text, String problem) {
        assertThat(SmtpVerdict.of(new SmtpRefusal(stage, code, text))).isEqualTo(new Refused(problem, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RECIPIENT | 450 | 4.7.1 Greylisted, try again in 300 seconds",
                "RECIPIENT | 421 | 4.7.28 Unusual rate",
                "RECIPIENT | 452 | 4.2.2 Mailbox full",
                "MESSAGE   | 451 | Local error",
                "RECIPIENT | 552 | 5.2.2 Mailbox full",
                "MESSAGE   | 552 | 5.2.2 Mailbox full",
                "RECIPIENT | 552 | Exceeded storage allocation",
            })
    void temporaryRefusal_isDeferred(Stage stage, int code, String text) {
        assertThat(SmtpVerdict.of(new SmtpRefusal(stage, code, text))).isInstanceOf(Deferred.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RECIPIENT | 550 | 5.7.1 Blocked, see http://x/5.1.1     | policy",
                "RECIPIENT | 550 | 5.7.26 Unauthenticated sender         | policy",
                "MESSAGE   | 554 | 5.7.1 Looks like spam                 | policy",
                "RECIPIENT | 550 | 5.4.1 Access denied                   | routing",
                "RECIPIENT | 554 | 5.4.6 Routing loop                    | routing",
                "RECIPIENT | 550 | 5.3.0 Trouble here                    | their-system",
                "RECIPIENT | 503 | 5.5.1 Bad sequence                    | protocol",
                "RECIPIENT | 550 | 5.1.8 Sender's domain does not exist  | sender-refused",
            })
    void disputeBetweenServers_blamesNoSubscriberAndIsCountedByItsOwnWord(
            Stage stage, int code, String text, String problem) {
        assertThat(SmtpVerdict.of(new SmtpRefusal(stage, code, text))).isEqualTo(new Deferred(problem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SESSION | 554 | 5.7.1 You are blocked",
                "SESSION | 535 | 5.7.8 Bad credentials",
                "SESSION | 421 | Too many connections",
                "SENDER  | 530 | 5.7.0 Must issue STARTTLS first",
            })
    void refusalOfTheSession_blamesNobody(Stage stage, int code, String text) {
        assertThat(SmtpVerdict.of(new SmtpRefusal(stage, code, text))).isInstanceOf(Unreachable.class);
    }

    @Test
    void mailThatIsNotAnswered_isAmbiguous() {
        assertThat(SmtpVerdict.of(new SmtpUnanswered(new TimeoutException()))).isEqualTo(new Ambiguous("unanswered"));
    }
}
