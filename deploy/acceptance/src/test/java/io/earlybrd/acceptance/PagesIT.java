package io.earlybrd.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import io.earlybrd.testkit.ReceivedMail;
import io.earlybrd.testkit.board.JobDraft;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people look at: no script, nobody locked out, nothing wider than the screen. Pictures go to {@code target/screenshots}. */
@ExtendWith(WorldExtension.class)
@Order(3)
@Tag("A18")
class PagesIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<Integer> WIDTHS = List.of(1280, 360);

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-up", "/login", "/password/forgot", "/no-such-page"})
    void publicPage_isFitForEverybody(String path, World world) {
        Visitor anybody = world.visitor("anybody");

        assertFit(anybody, path);
    }

    @Test
    void pagesOfASubscriber_areFitForEverybody(World world) {
        WatchedBoard fjordbank = world.watch("greenhouse", "Fjordbank");
        Visitor alice = world.visitor("alice").signUp().saveAlert("Platform work", "\"platform engineer\" -manager");
        fjordbank.post(JobDraft.of("Platform Engineer", "Berlin, Germany")
                .describedAs("<p>You run Kubernetes for all teams.</p>"));
        alice.awaitAlertMail("Platform Engineer");

        for (String path : List.of("/alerts", "/alerts/new", "/billing", "/ledger", "/settings")) {
            assertFit(alice, path);
        }
    }

    @Test
    @Tag("A1")
    void linksOfAccountMails_leadToPagesFitForEverybody(World world) {
        Visitor alice = world.visitor("alice").askForAccount();
        assertFit(alice, "confirm", alice.awaitLink("/confirm/"));
        alice.confirm();

        alice.askForNewPassword();
        assertFit(alice, "password-reset", alice.awaitLink("/password/reset/"));

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
        screenshot(page, "alert-form-error-1280-light");
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
            for (int width : WIDTHS) {
                Page page = alice.page();
                page.navigate("about:blank");
                look(page, width, scheme);
                page.setContent(mail.html());
                screenshot(page, "mail-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
                assertNotWider(page, width);
            }
        }
        alice.page().navigate(Visitor.link(mail, "/u/"));
        look(alice.page(), 1280, ColorScheme.LIGHT);
        screenshot(alice.page(), "unsubscribe-1280-light");
    }

    private static void assertFit(Visitor visitor, String path) {
        String name = path.equals("/") ? "landing" : path.substring(1).replace('/', '-');
        assertFit(visitor, name, visitor.url(path));
    }

    private static void assertFit(Visitor visitor, String name, String url) {
        Page page = visitor.page();
        Response response = page.navigate(url);
        assertThat(response.headerValue("content-security-policy")).contains("script-src 'none'", "default-src 'none'");
        assertThat(page.locator("script, [style], [onclick], [onload]").count()).isZero();
        assertThat(page.locator("h1").count()).isEqualTo(1);
        assertThat(page.content().length()).isLessThan(50_000);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : WIDTHS) {
                look(page, width, scheme);
                screenshot(page, name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
                assertNotWider(page, width);
            }
            assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        }
    }

    private static void look(Page page, int width, ColorScheme scheme) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private static void assertNotWider(Page page, int width) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
