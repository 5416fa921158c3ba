package io.earlybrd.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.testkit.ProjectRoot;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JvmProfileTest {

    private static final Path FLAGS = ProjectRoot.path().resolve("deploy/local/jvm-flags");

    @Test
    void nothingIsChosen_profileIsSmall() {
        assertThat(JvmProfile.from(FLAGS, Map.of()).name()).isEqualTo("small");
    }

    @Test
    void ownFlagsOfAService_comeAfterThoseOfAllServices() {
        JvmProfile small = JvmProfile.named(FLAGS, "small", 17);

        assertThat(small.flags(Service.ACCOUNT, Map.of())).containsSubsequence("-Xmx64m", "-Xmx96m");
        assertThat(small.flags(Service.BILLING, Map.of())).contains("-Xmx64m").doesNotContain("-Xmx96m");
    }

    @Test
    void heapOfOneService_isSaidByTheEnvironmentAndWins() {
        JvmProfile small = JvmProfile.named(FLAGS, "small", 17);
        Map<String, String> environment = Map.of("EARLYBRD_MATCHER_HEAP", "256m");

        assertThat(small.flags(Service.MATCHER, environment)).endsWith("-Xmx256m");
        assertThat(small.flags(Service.BILLING, environment)).doesNotContain("-Xmx256m");
    }

    @Test
    void heapThatIsNoSize_isRefusedWithWhatOneIs() {
        JvmProfile small = JvmProfile.named(FLAGS, "small", 17);

        assertThatThrownBy(() -> small.flags(Service.MATCHER, Map.of("EARLYBRD_MATCHER_HEAP", "much")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContainingAll("EARLYBRD_MATCHER_HEAP", "much", "256m");
    }

    @Test
    void newFlags_areOnlyForANewJava() {
        String flag = "-XX:+UseCompactObjectHeaders";

        assertThat(JvmProfile.named(FLAGS, "small", 17).brokerFlags()).doesNotContain(flag);
        assertThat(JvmProfile.named(FLAGS, "small", 25).brokerFlags()).contains(flag);
    }

    @Test
    void everyProfile_isComplete() {
        for (String name : new String[] {"small", "standard"}) {
            JvmProfile profile = JvmProfile.named(FLAGS, name, 25);

            assertThat(profile.memoryMebibytes()).isPositive();
            assertThat(profile.brokerFlags()).isNotEmpty();
            assertThat(profile.serviceEnvironment())
                    .allSatisfy((key, value) -> assertThat(value).isNotEmpty());
            for (Service service : Service.values()) {
                assertThat(profile.flags(service, Map.of())).isNotEmpty().allMatch(flag -> flag.startsWith("-X"));
            }
        }
    }

    @Test
    void unknownProfile_isRefusedWithTheNamesThatThereAre() {
        assertThatThrownBy(() -> JvmProfile.from(FLAGS, Map.of("EARLYBRD_JVM_PROFILE", "tiny")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContainingAll("tiny", "small", "standard");
    }
}
