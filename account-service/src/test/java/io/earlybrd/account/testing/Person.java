package io.earlybrd.account.testing;

import static io.earlybrd.testkit.Database.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.MailRequested;
import io.earlybrd.testkit.Waiting;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody with an address, a password and a browser. */
public final class Person {

    /** The database outlives a restart of the application within one run of the tests, and with it the people. */
    private static final String RUN = Long.toString(System.nanoTime(), Character.MAX_RADIX);

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    static {
        Waiting.patiently();
    }

    private final Browser browser = Browser.open();
    private final String email;
    private final String password;

    private Person(String email, String password) {
        this.email = email;
        this.password = password;
    }

    /** Somebody whom nobody knows yet. */
    public static Person named(String name) {
        String number = RUN + "-" + NUMBERS.incrementAndGet();
        return new Person(
                name.toLowerCase(Locale.ROOT) + "-" + number + "@post.example",
                "seven green bottles of " + name + " " + number);
    }

    /** Somebody with this address, which may have an account already. */
    public static Person withAddress(String email) {
        return new Person(email, "seven green bottles of " + email);
    }

    /** Who runs the service, logged in. */
    public static Person admin() {
        Person admin = withAddress(Neighbours.ADMIN);
        if (ACCOUNT.column("select id from subscriber where email_key = ?", admin.email)
                .isEmpty()) {
            admin.signUp();
            admin.confirm();
        }
        admin.logIn();
        return admin;
    }

    /** Somebody who is logged in and has a confirmed address. */
    public static Person subscribed(String name) {
        Person person = named(name);
        person.signUp();
        person.confirm();
        return person;
    }

    public Browser browser() {
        return browser;
    }

    public String email() {
        return email;
    }

    public String password() {
        return password;
    }

    /** Fills in the sign-up form and sends it. */
    public WebPage signUp() {
        return signUp(browser, password);
    }

    /** The browser of somebody else, who signed up with this person's address and their own password, and is logged in. */
    public Browser strangerWhoSignedUp(String theirPassword) {
        Browser stranger = Browser.open();
        signUp(stranger, theirPassword);
        logIn(stranger, theirPassword);
        return stranger;
    }

    private WebPage signUp(Browser by, String chosen) {
        return by.get("/sign-up")
                .form("/sign-up")
                .set("email", email)
                .set("password", chosen)
                .set("zone", "Europe/Berlin")
                .submit();
    }

    /** Follows the link of the newest mail and types the password there. */
    public WebPage confirm() {
        return confirm(browser, newestLink(), password);
    }

    /** Follows a link from some browser and types some password there. */
    public WebPage confirm(Browser from, String link, String typed) {
        return from.get(link).form(link).set("password", typed).submit();
    }

    /** Logs in with address and password. */
    public WebPage logIn() {
        return logIn(browser, password);
    }

    /** Logs in from some browser with some password. */
    public WebPage logIn(Browser from, String typed) {
        return from.get("/login")
                .form("/login")
                .set("email", email)
                .set("password", typed)
                .submit();
    }

    /** The id under which the service knows this person. */
    public UUID id() {
        return UUID.fromString(ACCOUNT.column("select id from subscriber where email_key = ?", email)
                .get(0));
    }

    /** The mails that were asked for, oldest first. */
    public List<MailRequested> mails() {
        return ACCOUNT.outbox(MailRequested.class, id().toString());
    }

    /** The path of the link in the newest mail. */
    public String newestLink() {
        List<MailRequested> mails = mails();
        return URI.create(mails.get(mails.size() - 1).data().get("link")).getPath();
    }

    /** Creates an alert by the form and gives its id. */
    public UUID createAlert(String name, String query) {
        WebPage saved = browser.get("/alerts/new")
                .form("/alerts")
                .set("name", name)
                .set("q", query)
                .submit();
        if (saved.status() != 303) {
            throw new AssertionError("not saved (" + saved.status() + "): " + saved.text());
        }
        return UUID.fromString(ACCOUNT.column(
                        "select id from alert where subscriber_id = ? and name = ? order by created_at desc",
                        id(),
                        name)
                .get(0));
    }

    /** The id of the one alert that they have. */
    public UUID onlyAlert() {
        List<String> ids = ACCOUNT.column("select id from alert where subscriber_id = ?", id());
        assertThat(ids).hasSize(1);
        return UUID.fromString(ids.get(0));
    }
}
