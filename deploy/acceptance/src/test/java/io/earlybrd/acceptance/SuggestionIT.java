package io.earlybrd.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.earlybrd.testkit.ReceivedMail;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A subscriber misses employers; an admin looks at each, and the subscriber hears what became of it. */
@ExtendWith(WorldExtension.class)
@Order(3)
@Tag("S18")
@Tag("A15")
@Tag("A18")
class SuggestionIT {

    @Test
    void suggestions_areAnsweredOneAfterTheOtherOnPagesFitForEverybodyAndByMail(World world) {
        // Given
        String name = "tallship-" + UUID.randomUUID().toString().substring(0, 8);
        Visitor alice = world.visitor("alice").signUp();
        Visitor admin = world.admin().signUp();
        Page page = admin.page();
        PageCheck.assertFit(admin, "admin-suggestions-none", admin.url("/admin/suggestions"));

        // When
        suggest(alice, "https://boards.greenhouse.io/" + name);
        suggest(
                alice,
                "http://127.0.0.1:1/careers?from=a-very-long-address-that-a-page-of-360-pixels-must-break-somewhere");
        suggest(alice, "https://jobs.lever.co/" + name + "-agency");

        // Then
        PageCheck.assertFit(alice, "/suggestions");
        PageCheck.assertFit(admin, "/admin/suggestions");
        assertThat(cards(page).count()).isEqualTo(3);

        // When
        cards(page).nth(0).getByLabel("Employer (optional)").fill("Tallship <Lines>");
        cards(page).nth(0).locator("button.second").click();

        // Then
        assertThat(page.url()).endsWith("/admin/suggestions?done=suggestion-accepted");
        assertThat(cards(page).count()).isEqualTo(2);
        assertThat(cards(page).nth(0).innerText()).as("the next").contains("Not found yet", "127.0.0.1");
        PageCheck.assertFitAsItIs(page, "admin-suggestions-next");

        // When
        cards(page).nth(0).getByLabel("Address of the board").fill("127.0.0.1:1/still-nothing");
        cards(page).nth(0).locator("button.second").click();

        // Then
        assertThat(page.locator(".notice.bad").count()).isEqualTo(1);
        PageCheck.assertFitAsItIs(page, "admin-suggestions-refused");

        // When
        cards(page).nth(1).getByLabel("Reason").fill("This is an agency, and lists jobs of others.");
        cards(page).nth(1).locator("button.danger").click();

        // Then
        ReceivedMail watched = alice.awaitMail(mail -> mail.subject().equals("We watch Tallship <Lines> now"));
        ReceivedMail rejected = alice.awaitMail(mail -> mail.subject().equals("We do not watch " + name + "-agency"));
        assertThat(rejected.text()).contains("Why: This is an agency, and lists jobs of others.");
        PageCheck.assertFit(alice, "suggestions-answered", alice.url("/suggestions"));
        PageCheck.assertFit(alice.page(), "mail-suggestion-accepted", watched);
        PageCheck.assertFit(alice.page(), "mail-suggestion-rejected", rejected);
        PageCheck.assertFit(admin, "/admin/sources");
        PageCheck.assertFit(admin, "/admin/log");
        assertThat(world.mailsTo(alice.address()).stream()
                        .filter(mail -> mail.subject().contains("atch ")))
                .hasSize(2);
    }

    private static void suggest(Visitor visitor, String address) {
        visitor.open("/suggestions").getByLabel("Address of the job page").fill(address);
        visitor.press("Send suggestion");
        assertThat(visitor.page().url()).contains("done=suggestion-");
    }

    private static Locator cards(Page page) {
        return page.locator("article.card");
    }
}
