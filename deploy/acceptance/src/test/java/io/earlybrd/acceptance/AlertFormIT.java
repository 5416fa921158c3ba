package io.earlybrd.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.earlybrd.testkit.board.JobDraft;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the form of an alert takes and says, with the matcher's real answers. */
@ExtendWith(WorldExtension.class)
@Order(3)
@Tag("A6")
@Tag("A18")
class AlertFormIT {

    @Test
    @Tag("M6")
    void places_areReadOneByOneAndChosenWhereTheyMayBeSeveral(World world) {
        world.watch("greenhouse", "Fjordbank", board -> {
            board.add(JobDraft.of("Luthier for violins", "Springfield, MO"));
            board.add(JobDraft.of("Luthier for guitars", "Springfield, IL"));
            board.add(JobDraft.of("Luthier for cellos", "Hamburg, Germany"));
            board.add(JobDraft.of("Luthier for harps", "Lyon, France"));
        });
        Visitor alice = world.visitor("alice").signUp();
        Page page = write(alice, "luthier");
        page.getByLabel("Places (optional)")
                .fill("New York, NY\nSpringfield\nBerlin, Hamburg, Remote in Germany\nXhofraix");

        preview(alice, "3 jobs");

        assertThat(page.getByLabel("Places (optional)").inputValue())
                .isEqualTo("New York, NY\nSpringfield\nBerlin\nHamburg\nRemote in Germany\nXhofraix");
        assertThat(page.locator("main").innerText())
                .contains("“Springfield” may be several places", "We do not know “Xhofraix”");
        PageCheck.assertFit(page, "alert-form-places");

        alice.press("Springfield, Missouri");

        assertThat(page.locator("main").innerText()).contains("2 jobs").doesNotContain("may be several places");

        alice.press("Save alert");

        assertThat(page.locator("main").innerText())
                .contains(
                        "New York, NY or Springfield, Missouri or Berlin or Hamburg or Remote in Germany or Xhofraix or remote");
        PageCheck.assertFit(page, "alerts-places");
    }

    @Test
    @Tag("S20")
    void payThatIsNotStatedOrNotComparable_isFoundAsChosen(World world) {
        world.watch("lever", "Oakline", board -> {
            board.add(JobDraft.of("Farrier of horses", "Berlin").paying(80_000, 90_000, "EUR"));
            board.add(JobDraft.of("Farrier of ponies", "Hamburg").paying(80_000, 90_000, "CHF"));
            board.add(JobDraft.of("Farrier of donkeys", "Munich"));
            board.add(JobDraft.of("Farrier of mules", "Cologne").paying(20_000, 30_000, "EUR"));
        });
        Visitor alice = world.visitor("alice").signUp();
        Page page = write(alice, "farrier");
        page.getByLabel("Lowest pay a year").fill("75,000");

        preview(alice, "3 jobs");
        page.getByLabel("Also jobs that state no pay").uncheck();
        preview(alice, "2 jobs");
        page.getByLabel("Also jobs whose pay we cannot compare").uncheck();
        preview(alice, "1 job,");
        page.getByLabel("Also jobs that state no pay").check();
        preview(alice, "2 jobs");
        alice.press("Save alert");

        assertThat(page.locator("main").innerText())
                .contains("from €75,000, pay not stated included, pay that cannot be compared left out");
        open(page, "farrier");
        assertThat(page.getByLabel("Also jobs that state no pay").isChecked()).isTrue();
        assertThat(page.getByLabel("Also jobs whose pay we cannot compare").isChecked())
                .isFalse();
        PageCheck.assertFit(page, "alert-form-pay");
    }

    @Test
    @Tag("S20")
    void sourceThatDoesNotSayWhetherJobsAreRemote_isToldOnTheAlert(World world) {
        world.watch("greenhouse", "Tallship", board -> {
            board.add(JobDraft.of("Chandler of ships", "Berlin"));
            board.add(JobDraft.of("Chandler of candles", "Remote, Germany"));
        });
        Visitor alice = world.visitor("alice").signUp();
        Page page = write(alice, "chandler");
        page.getByLabel("Only remote jobs").check();
        String said = "1 of 2 jobs that fit otherwise does not say whether it is remote: it is left out.";

        preview(alice, said);
        alice.press("Save alert");
        open(page, "chandler");

        assertThat(page.title()).startsWith("Edit alert");
        assertThat(page.locator("main").innerText()).contains("1 job,", said);
        PageCheck.assertFit(page, "alert-form-unstated");
    }

    private static Page write(Visitor visitor, String trade) {
        Page page = visitor.open("/alerts/new");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(trade);
        page.getByLabel("Job words").fill(trade);
        return page;
    }

    private static void open(Page page, String alert) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(alert).setExact(true))
                .click();
    }

    /** Previews until all jobs have arrived. */
    private static void preview(Visitor visitor, String said) {
        await().atMost(World.PATIENCE).untilAsserted(() -> {
            visitor.press("Preview");
            assertThat(visitor.page().locator("main").innerText()).contains(said);
        });
    }
}
