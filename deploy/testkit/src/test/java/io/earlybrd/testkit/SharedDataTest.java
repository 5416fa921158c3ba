package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class SharedDataTest {

    @Test
    void missingData_skipsTheTest() {
        // When Then
        assertThatThrownBy(() -> SharedData.path("no/such/folder"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("EARLYBRD_SHARED_DATA");
        assertThatThrownBy(() -> SharedData.files("no/such/*.json")).isInstanceOf(TestAbortedException.class);
    }

    @Test
    void presentData_isFoundByPathAndByGlob() {
        // When Then
        assertThat(SharedData.path("trust/email/smtp_replies.tsv")).isRegularFile();
        assertThat(SharedData.files("trust/email/*.tsv"))
                .contains(SharedData.path("trust/email/smtp_replies.tsv"))
                .isSorted();
    }
}
