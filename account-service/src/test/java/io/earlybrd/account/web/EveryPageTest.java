package io.earlybrd.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.account.testing.Neighbours;
import io.earlybrd.account.testing.WebPage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What holds on every page: nothing runs in the browser, every field has a label, every page a heading and a title. */
@AccountTest
@Tag("A18")
class EveryPageTest {

    @TestFactory
    Stream<DynamicTest> everyPage_keepsTheRules() {
        Neighbours.breakDown("/api/preview");
        return SiteMap.pages().stream().map(page -> dynamicTest(page.status() + " " + page.path(), () -> check(page)));
    }

    private static void check(WebPage page) {
        nothingRuns(page);
        isWellFormed(page);
        fieldsAreLabelled(page);
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo(
                        "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' "
                                + Neighbours.STRIPE + "; base-uri 'none'; frame-ancestors 'none'");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.body().length()).as("bytes").isLessThan(40_000);
    }

    private static void nothingRuns(WebPage page) {
        assertThat(page.document().select("script, style, iframe, object, embed, base, [style]"))
                .isEmpty();
        for (Element element : page.document().getAllElements()) {
            assertThat(element.attributes()).extracting(Attribute::getKey).noneMatch(name -> name.startsWith("on"));
            assertThat(List.of(element.attr("href"), element.attr("action"), element.attr("formaction")))
                    .noneMatch(target -> target.toLowerCase(Locale.ROOT).startsWith("javascript:"));
        }
    }

    private static void isWellFormed(WebPage page) {
        assertThat(page.document().select("h1")).hasSize(1);
        assertThat(page.document().title()).endsWith(" · EarlyBrd");
        assertThat(page.document().select("html").attr("lang")).isEqualTo("en");
        assertThat(page.document().select("main#main")).hasSize(1);
        assertThat(page.document().select("[aria-current=page]").size()).isLessThanOrEqualTo(1);
        List<String> ids = page.document().select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        page.document()
                .select("a[href^=#]")
                .eachAttr("href")
                .forEach(href -> assertThat(ids).contains(href.substring(1)));
        page.document().select("[aria-describedby]").eachAttr("aria-describedby").stream()
                .flatMap(names -> Stream.of(names.split(" ")))
                .forEach(name -> assertThat(ids).contains(name));
        assertThat(page.document().select("form[method=post]"))
                .allSatisfy(form ->
                        assertThat(form.select("input[name=csrf-token]")).hasSize(1));
        assertThat(page.body()).doesNotContain("NOT_FOUND", "{inject", "{#");
    }

    private static void fieldsAreLabelled(WebPage page) {
        for (Element field : page.document().select("input:not([type=hidden]), select, textarea")) {
            boolean labelled = field.hasAttr("aria-label")
                    || field.closest("label") != null
                    || !page.document().select("label[for=" + field.id() + "]").isEmpty();
            assertThat(labelled).as(field.outerHtml()).isTrue();
        }
        assertThat(page.document().select("button"))
                .allSatisfy(button -> assertThat(button.text()).isNotBlank());
    }
}
