package io.earlybrd.acceptance;

import io.earlybrd.local.Service;
import io.earlybrd.testkit.board.JobDraft;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parts die while a job is on its way; it arrives all the same, in one mail. */
@ExtendWith(WorldExtension.class)
@Order(6)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {

    /** The same through all crashes; what each brings has a name of its own. */
    private WatchedBoard fjordbank;

    private Visitor alice;

    @ParameterizedTest
    @EnumSource(Service.class)
    @Tag("N4")
    void serviceKilledWhileOneJobIsOnItsWayAndAnotherIsPosted_eachIsInOneMail(Service service, World world) {
        // Given
        String engineer = "Platform Engineer " + service.label();
        String lead = "Platform Lead " + service.label();
        String architect = "Platform Architect " + service.label();
        if (alice == null) {
            fjordbank = world.watch("greenhouse", "Fjordbank");
            alice = world.visitor("alice").signUp().saveAlert("Platform work", "platform");
        }

        // When
        fjordbank.post(JobDraft.of(engineer, "Berlin"));
        world.system().kill(service);
        fjordbank.board().add(JobDraft.of(lead, "Berlin"));
        if (service != Service.SCRAPER) {
            fjordbank.poll();
        }
        world.system().start(service);
        fjordbank.poll();

        // Then
        alice.awaitAlertMail(engineer);
        alice.awaitAlertMail(lead);
        fjordbank.post(JobDraft.of(architect, "Berlin"));
        alice.awaitAlertMail(architect);
        alice.assertOneMessageIdEach(engineer, lead, architect);
    }
}
