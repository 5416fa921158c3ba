package io.earlybrd.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void askedAgain_isTheSameAlsoAfterARestart() {
        Path file = folder.resolve("secrets");
        String made = Secrets.in(file).get("service-key");

        assertThat(Secrets.in(file).get("service-key")).isEqualTo(made);
    }

    @Test
    void twoNames_haveDifferentLongSecrets() {
        Secrets secrets = Secrets.in(folder.resolve("secrets"));

        assertThat(secrets.get("one")).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(secrets.get("two"));
    }

    @Test
    void file_isReadByItsOwnerOnly() throws IOException {
        Path file = folder.resolve("secrets");
        Secrets.in(file).get("service-key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void inALogLine_showsNoSecret() {
        Secrets secrets = Secrets.in(folder.resolve("secrets"));

        assertThat(secrets.get("service-key")).isNotBlank();
        assertThat(secrets).asString().contains("service-key").doesNotContain(secrets.get("service-key"));
    }
}
