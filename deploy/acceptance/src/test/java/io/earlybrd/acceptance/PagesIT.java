package io.earlybrd.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.earlybrd.testkit.ReceivedMail;
import io.earlybrd.testkit.board.JobDraft;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people look at beside the pages that are always there, which {@link BrokerAwayIT} looks at. */
@ExtendWith(WorldExtension.class)
@Order(3)
@Tag("A18")
class PagesIT {

    @Test
    @Tag("A1")
    void linksOfAccountMails_leadToPagesFitForEverybody(World world) {
        Visitor alice = world.visitor("alice").askForAccount();
        PageCheck.assertFit(alice, "confirm", alice.awaitLink("/confirm/"));
        alice.confirm();

        alice.askForNewPassword();
        PageCheck.assertFit(alice, "password-reset", alice.awaitLink("/password/reset/"));

        alice.page().getByLabel("New password").fill("eight yellow lemons in a bowl");
        alice.press("Change password");
        assertThat(alice.page().locator("main").innerText())
                .contains("Your password is changed, and all sessions ended.");
    }

    @Test
    void wrongQuery_isShownWithItsColumn(World world) {
        Visitor alice = world.visitor("alice").signUp();
        Page page = alice.open("/alerts/new");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Platform work");
        page.getByLabel("Job words").fill("\"platform engineer\" (kubernetes OR k8s -manager");

        alice.press("Save alert");

        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.locator(".field.wrong").innerText()).contains("column 21");
        PageCheck.screenshot(page, "alert-form-error-1280-light");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    @Test
    void mail_fitsANarrowScreen(World world) {
        WatchedBoard fjordbank = world.watch("greenhouse", "Fjordbank");
        Visitor alice = world.visitor("alice").signUp().saveAlert("Platform work", "\"platform engineer\" kubernetes");
        fjordbank.post(JobDraft.of("Platform Engineer", "Berlin, Germany")
                .describedAs("<p>You run Kubernetes for all teams.</p>"));
        ReceivedMail mail = alice.awaitAlertMail("Platform Engineer");

        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : PageCheck.WIDTHS) {
                Page page = alice.page();
                page.navigate("about:blank");
                PageCheck.look(page, width, scheme);
                page.setContent(mail.html());
                PageCheck.screenshot(page, "mail-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
                PageCheck.assertNotWider(page, width);
            }
        }
        alice.page().navigate(Visitor.link(mail, "/u/"));
        PageCheck.look(alice.page(), 1280, ColorScheme.LIGHT);
        PageCheck.screenshot(alice.page(), "unsubscribe-1280-light");
    }
}
