package io.earlybrd.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import io.earlybrd.testkit.ReceivedMail;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Whether a page is fit for everybody: no script, nobody locked out, nothing wider than the screen. Pictures go to {@code target/screenshots}. */
final class PageCheck {

    static final List<Integer> WIDTHS = List.of(1280, 360);

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private PageCheck() {}

    /** Looks at a page of ours. */
    static void assertFit(Visitor visitor, String path) {
        String name = path.equals("/") ? "landing" : path.substring(1).replace('/', '-');
        assertFit(visitor, name, visitor.url(path));
    }

    /** Looks at a page wherever it is, whose pictures have this name. */
    static void assertFit(Visitor visitor, String name, String url) {
        Page page = visitor.page();
        Response response = page.navigate(url);
        assertThat(response.headerValue("content-security-policy")).contains("script-src 'none'", "default-src 'none'");
        assertFit(page, name);
    }

    /** Looks at the page that is shown, whose pictures have this name. */
    static void assertFit(Page page, String name) {
        assertThat(page.locator("script, [style], [onclick], [onload]").count()).isZero();
        assertThat(page.locator("h1").count()).isEqualTo(1);
        assertThat(page.content().length()).isLessThan(50_000);
        assertFitAsItIs(page, name);
    }

    /** Looks at what a page shows now, such as the answer to a form. */
    static void assertFitAsItIs(Page page, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : WIDTHS) {
                look(page, width, scheme);
                screenshot(page, name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
                assertNotWider(page, width);
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as(name + " " + width)
                        .isEmpty();
            }
        }
    }

    /** Looks at the HTML of a mail. */
    static void assertFit(Page page, String name, ReceivedMail mail) {
        page.navigate("about:blank");
        page.setContent(mail.html());
        assertFitAsItIs(page, name);
    }

    static void look(Page page, int width, ColorScheme scheme) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    static void assertNotWider(Page page, int width) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
