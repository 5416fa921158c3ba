package io.earlybrd.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.earlybrd.local.Service;
import io.earlybrd.testkit.ReceivedMail;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** A person who uses EarlyBrd: clicks in a real browser, and reads mail. */
final class Visitor {

    private static final String PASSWORD = "four plain words suffice";

    /** After this time the next account mail to an address is sent. */
    private static final Duration MAIL_ALLOWANCE = Duration.ofMinutes(1);

    private final World world;
    private final BrowserContext context;
    private final Page page;
    private final String address;

    Visitor(World world, BrowserContext context, String address) {
        this.world = world;
        this.context = context;
        this.address = address;
        page = context.newPage();
        page.setDefaultTimeout(World.PATIENCE.toMillis());
    }

    String address() {
        return address;
    }

    Page page() {
        return page;
    }

    String url(String path) {
        return world.system().url(Service.ACCOUNT) + path;
    }

    Page open(String path) {
        page.navigate(url(path));
        return page;
    }

    /** Signs up, confirms by the mailed link and the password, and is logged in. */
    Visitor signUp() {
        askForAccount();
        return confirm();
    }

    Visitor askForAccount() {
        open("/sign-up");
        page.getByLabel("Email address").fill(address);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByLabel("Time zone").selectOption("Europe/Berlin");
        press("Start trial");
        return this;
    }

    Visitor confirm() {
        page.navigate(awaitLink("/confirm/"));
        page.getByLabel("Password").fill(PASSWORD);
        press("Confirm my address");
        if (page.url().contains("/login")) {
            logIn();
        }
        return this;
    }

    /** Asks for a link to choose a new password, a while after any other account mail: an address gets one a minute. */
    Visitor askForNewPassword() {
        world.passTime(MAIL_ALLOWANCE);
        open("/password/forgot");
        page.getByLabel("Email address").fill(address);
        press("Mail me a link");
        return this;
    }

    Visitor logIn() {
        open("/login");
        page.getByLabel("Email address").fill(address);
        page.getByLabel("Password").fill(PASSWORD);
        press("Log in");
        return this;
    }

    /** Saves an alert that mails at once, and waits until jobs are matched against it. */
    Visitor saveAlert(String name, String words) {
        int before = world.liveAlerts();
        saveAlertOnly(name, words);
        world.awaitMoreAlertsThan(before);
        return this;
    }

    /** Saves an alert that mails at once, of which the matcher hears some time. */
    Visitor saveAlertOnly(String name, String words) {
        open("/alerts/new");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.getByLabel("Job words").fill(words);
        page.locator("input[name=cad][value=instant]").check();
        press("Save alert");
        assertThat(page.title()).as("after saving").startsWith("Alerts");
        assertThat(page.content()).contains(name);
        return this;
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    /** The mails about jobs so far. */
    List<ReceivedMail> alertMails() {
        return world.mailsTo(address).stream()
                .filter(mail -> mail.header("List-Unsubscribe").isPresent())
                .toList();
    }

    /** The same Message-ID may come twice, if its sender died before it knew; a second Message-ID may not. */
    void assertOneMessageIdEach(String... titles) {
        for (String title : titles) {
            List<String> messageIds = alertMails().stream()
                    .filter(mail -> mail.text().contains(title))
                    .map(ReceivedMail::messageId)
                    .distinct()
                    .toList();
            assertThat(messageIds).as("Message-IDs that carry %s", title).hasSize(1);
        }
    }

    ReceivedMail awaitAlertMail(String title) {
        return awaitMail(mail ->
                mail.header("List-Unsubscribe").isPresent() && mail.text().contains(title));
    }

    ReceivedMail awaitMail(Predicate<ReceivedMail> wanted) {
        return await().atMost(World.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> world.mailsTo(address).stream()
                                .filter(wanted)
                                .findFirst()
                                .orElse(null),
                        mail -> mail != null);
    }

    /** The link whose address has this part, in the first mail that has one. */
    String awaitLink(String part) {
        return link(awaitMail(mail -> hasLink(mail, part)), part);
    }

    private static boolean hasLink(ReceivedMail mail, String part) {
        return mail.links().stream().anyMatch(link -> link.contains(part));
    }

    static String link(ReceivedMail mail, String part) {
        return mail.links().stream()
                .filter(link -> link.contains(part))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link with " + part + " in " + mail.links()));
    }

    void leave() {
        context.close();
    }
}
