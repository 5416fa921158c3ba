package io.earlybrd.account.session;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Browser;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.TestClock;
import io.earlybrd.account.testing.WebPage;
import io.earlybrd.testkit.Backends;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@AccountTest
@Tag("A3")
class SessionTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @Test
    void logOut_endsTheSessionOnTheServer() {
        // Given
        Person alice = Person.subscribed("Alice");
        String session = alice.browser().cookie("session");

        // When
        WebPage answer = alice.browser().get("/alerts").form("/logout").submit();

        // Then
        assertThat(answer.header("Location")).isEqualTo("/");
        assertThat(alice.browser().cookie("session")).isNull();
        assertThat(Browser.open().cookie("session", session).get("/alerts").header("Location"))
                .startsWith("/login");
    }

    @Test
    void settings_listTheSessionsAndEndOne() {
        // Given
        Person alice = Person.subscribed("Alice");
        Browser phone = Browser.open().with("User-Agent", FIREFOX);
        alice.logIn(phone, alice.password());
        WebPage settings = alice.browser().get("/settings");

        // When
        String action = settings.document()
                .select("form[action^=/settings/sessions/]")
                .get(0)
                .attr("action");
        WebPage ended = settings.form(action).submit();

        // Then
        assertThat(settings.text()).contains("Firefox on Linux", "this session");
        assertThat(ended.follow().text()).contains("Session ended");
        assertThat(phone.get("/alerts").status()).isEqualTo(303);
        assertThat(alice.browser().get("/alerts").status()).isEqualTo(200);
    }

    @Test
    void endAllOthers_leavesOnlyThisOne() {
        // Given
        Person alice = Person.subscribed("Alice");
        Browser phone = Browser.open();
        Browser tablet = Browser.open();
        alice.logIn(phone, alice.password());
        alice.logIn(tablet, alice.password());

        // When
        alice.browser().get("/settings").form("/settings/sessions/end-others").submit();

        // Then
        assertThat(phone.get("/alerts").status()).isEqualTo(303);
        assertThat(tablet.get("/alerts").status()).isEqualTo(303);
        assertThat(alice.browser().get("/alerts").status()).isEqualTo(200);
    }

    @Test
    void sessionThatIsEndedTwice_isOverAndNoError() {
        // Given
        Person alice = Person.subscribed("Alice");
        Browser phone = Browser.open();
        alice.logIn(phone, alice.password());
        WebPage settings = alice.browser().get("/settings");
        String end = settings.document()
                .select("form[action^=/settings/sessions/][action$=/end]")
                .attr("action");
        WebPage.Form form = settings.form(end);

        // When
        List<WebPage> answers = List.of(form.submit(), form.submit());

        // Then
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.header("Location")).isEqualTo("/settings?done=session-ended"));
        assertThat(phone.get("/alerts").status()).isEqualTo(303);
    }

    @Test
    void sessionOfSomebodyElse_cannotBeEnded() {
        // Given
        Person alice = Person.subscribed("Alice");
        Person mallory = Person.subscribed("Mallory");
        mallory.logIn(Browser.open(), mallory.password());
        String sessionOfAlice = ACCOUNT.column("select id from session where subscriber_id = ?", alice.id())
                .get(0);
        WebPage.Form form = mallory.browser().get("/settings").form("/settings/sessions/end-others");

        // When
        WebPage answer = form.submitTo("/settings/sessions/" + sessionOfAlice + "/end");

        // Then
        assertThat(answer.status()).isEqualTo(303);
        assertThat(alice.browser().get("/alerts").status()).isEqualTo(200);
    }

    @Test
    void sessionThatNobodyUsesForAWeek_isOver() {
        // Given
        Person alice = Person.subscribed("Alice");

        // When
        TestClock.CLOCK.advance(Duration.ofDays(7));

        // Then
        assertThat(alice.browser().get("/alerts").status()).isEqualTo(303);
    }

    @Test
    void sessionThatIsUsedEveryDay_isOverAfterTwoWeeks() {
        // Given
        Person alice = Person.subscribed("Alice");

        // When
        for (int day = 1; day < 14; day++) {
            TestClock.CLOCK.advance(Duration.ofDays(1));
            assertThat(alice.browser().get("/alerts").status()).isEqualTo(200);
        }
        TestClock.CLOCK.advance(Duration.ofDays(1));

        // Then
        assertThat(alice.browser().get("/alerts").status()).isEqualTo(303);
    }

    @Test
    void useOfASession_isNotedOnceAMinute() {
        // Given
        Person alice = Person.subscribed("Alice");
        String first = seenAt(alice);

        // When
        TestClock.CLOCK.advance(Duration.ofSeconds(59));
        alice.browser().get("/alerts");
        String within = seenAt(alice);
        TestClock.CLOCK.advance(Duration.ofSeconds(1));
        alice.browser().get("/alerts");
        String after = seenAt(alice);

        // Then
        assertThat(within).isEqualTo(first);
        assertThat(after).isGreaterThan(first);
    }

    @Test
    void pageOfASessionWhoseUseCannotBeNoted_isShownAllTheSame() {
        // Given
        Person alice = Person.subscribed("Alice");
        String before = seenAt(alice);
        ACCOUNT.change(
                "alter table session add constraint frozen check (subscriber_id <> '" + alice.id() + "') not valid");
        TestClock.CLOCK.advance(Duration.ofMinutes(2));

        // When
        WebPage page;
        try {
            page = alice.browser().get("/alerts");
        } finally {
            ACCOUNT.change("alter table session drop constraint frozen");
        }

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(seenAt(alice)).isEqualTo(before);
    }

    @Test
    @Timeout(60)
    void pageOfASessionThatSomebodyElseHasLocked_doesNotWait() throws SQLException {
        // Given
        Person alice = Person.subscribed("Alice");
        TestClock.CLOCK.advance(Duration.ofMinutes(2));

        // When
        WebPage page;
        try (Connection other = Backends.postgres().connect("account");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeQuery("select id from session where subscriber_id = '" + alice.id() + "' for update");
            page = alice.browser().get("/alerts");
            other.rollback();
        }

        // Then
        assertThat(page.status()).isEqualTo(200);
    }

    @Test
    void database_holdsNoTokenThatCouldBeUsed() {
        // Given
        Person alice = Person.subscribed("Alice");
        String token = alice.browser().cookie("session");

        // When
        long rows = ACCOUNT.number(
                "select count(*) from session where token_hash = sha256(convert_to(?, 'UTF8')) and octet_length(token_hash) = 32",
                token);

        // Then
        assertThat(rows).isEqualTo(1);
    }

    private static String seenAt(Person person) {
        return ACCOUNT.text("select seen_at from session where subscriber_id = ?", person.id());
    }
}
