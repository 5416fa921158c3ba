package io.earlybrd.account.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("A1")
class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "robin@post.example, robin@post.example",
        "' Robin@Post.Example ', Robin@Post.Example",
        "robin+jobs@post.example, robin+jobs@post.example",
        "o'neil@post.example, o'neil@post.example",
        "a@b.co, a@b.co",
        "robin@bücher.example, robin@xn--bcher-kva.example"
    })
    void address_isTakenAsTheNetworkNeedsIt(String typed, String expected) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "robin",
                "robin@",
                "@post.example",
                "robin@post",
                "robin@post..example",
                "robin@.example",
                "ro bin@post.example",
                "robin@post.example\r\nBcc: all@post.example",
                "robin@[127.0.0.1]",
                "robin@127.0.0.1",
                "a@b@post.example",
                ".robin@post.example",
                "robin.@post.example",
                "ro..bin@post.example",
                "robin@-post.example",
                "röbin@post.example",
                "robin@post.example,other@post.example",
                "<robin@post.example>",
                "robin@post_office.example"
            })
    void whatIsNoAddress_isRefused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void overlongParts_areRefused() {
        assertThat(EmailAddress.parse("a".repeat(65) + "@post.example")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b".repeat(64) + ".example")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b.".repeat(130) + "example")).isEmpty();
    }

    @Test
    void longestTextThatAFormTakes_isRefusedAndNoFault() {
        assertThat(EmailAddress.parse("a@" + "b.".repeat(8_000) + "example")).isEmpty();
    }

    @Test
    void spellings_haveOneKey() {
        assertThat(EmailAddress.parse("ROBIN@Post.Example").orElseThrow().key()).isEqualTo("robin@post.example");
    }
}
