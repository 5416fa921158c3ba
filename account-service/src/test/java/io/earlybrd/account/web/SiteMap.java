package io.earlybrd.account.web;

import static io.earlybrd.testkit.Database.ACCOUNT;

import io.earlybrd.account.testing.Browser;
import io.earlybrd.account.testing.Person;
import io.earlybrd.account.testing.ScraperAnswers;
import io.earlybrd.account.testing.TestClock;
import io.earlybrd.account.testing.WebPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every page of the site in every state that is easily reached, for the rules that hold on all of them. */
final class SiteMap {

    private SiteMap() {}

    static List<WebPage> pages() {
        List<WebPage> pages = new ArrayList<>();
        Browser stranger = Browser.open();
        for (String path : List.of(
                "/",
                "/sign-up",
                "/sign-up/sent",
                "/login",
                "/nothing/here",
                "/confirm/over",
                "/password/forgot",
                "/password/forgot/sent",
                "/password/reset/over",
                "/login?done=password-changed")) {
            pages.add(stranger.get(path));
        }
        pages.add(stranger.get("/sign-up").form("/sign-up").set("email", "x").submit());
        pages.add(stranger.get("/login")
                .form("/login")
                .set("email", "<b>x</b>")
                .set("password", "y")
                .submit());
        pages.add(Browser.open().post("/login", Map.of("email", "x")));
        Person unconfirmed = Person.named("Unconfirmed");
        unconfirmed.signUp();
        pages.add(unconfirmed.browser().get(unconfirmed.newestLink()));
        pages.add(unconfirmed.confirm(Browser.open(), unconfirmed.newestLink(), "not the password of hers"));
        TestClock.CLOCK.advance(Duration.ofMinutes(2));
        pages.add(stranger.get("/password/forgot")
                .form("/password/forgot")
                .set("email", "x")
                .submit());
        stranger.get("/password/forgot")
                .form("/password/forgot")
                .set("email", unconfirmed.email())
                .submit();
        String reset = unconfirmed.newestLink();
        pages.add(stranger.get(reset));
        pages.add(stranger.get(reset).form(reset).set("password", "y").submit());
        unconfirmed.logIn();
        pages.add(unconfirmed.browser().get("/billing"));
        pages.addAll(inside(Person.subscribed("Alice")));
        pages.addAll(stopped(Person.subscribed("Stopped")));
        pages.addAll(admin(Person.admin()));
        return pages;
    }

    private static List<WebPage> admin(Person admin) {
        ScraperAnswers.hasSources(40);
        ScraperAnswers.hasSuggestions();
        List<WebPage> pages = new ArrayList<>();
        for (String path : List.of(
                "/suggestions",
                "/admin/sources",
                "/admin/sources?named=%3Cb%3E&provider=greenhouse&health=trouble&done=source-off",
                "/admin/suggestions",
                "/admin/log")) {
            pages.add(admin.browser().get(path));
        }
        pages.add(admin.browser().get("/suggestions").form("/suggestions").submit());
        return pages;
    }

    /** Somebody whose address bounced, which is the longest thing to say. */
    private static List<WebPage> stopped(Person person) {
        ACCOUNT.column(
                "update subscriber set mail_stopped_at = now(), mail_stop_reason = 'bounced' where id = ? returning id",
                person.id());
        return List.of(
                person.browser().get("/alerts"),
                person.browser().get("/alerts/new"),
                person.browser().get("/settings"));
    }

    private static List<WebPage> inside(Person alice) {
        Browser browser = alice.browser();
        UUID alert = alice.createAlert("Rust & \"friends\" <b>", "title:rust -crypto");
        List<WebPage> pages = new ArrayList<>();
        for (String path : List.of(
                "/alerts",
                "/alerts?done=alert-saved",
                "/alerts/new",
                "/alerts/" + alert,
                "/alerts/" + alert + "/delete",
                "/ledger",
                "/billing",
                "/billing?checkout=success",
                "/settings",
                "/settings?done=settings-saved",
                "/alerts/nothing")) {
            pages.add(browser.get(path));
        }
        pages.add(browser.get("/alerts/new")
                .form("/alerts")
                .set("q", "")
                .set("pay", "much")
                .submit());
        pages.add(browser.get("/alerts/new")
                .form("/alerts")
                .set("name", "x")
                .set("q", "rust")
                .submitTo("/alerts/preview"));
        pages.add(browser.get("/settings")
                .form("/settings/mail-times")
                .set("from", "22:00")
                .submit());
        pages.add(browser.get("/alerts")
                .form("/alerts/" + alert + "/pause")
                .submit()
                .follow());
        return pages;
    }
}
