package io.earlybrd.notifier.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("N1")
class EncodedWordsTest {

    @Test
    void asciiText_staysAsItIs() {
        assertThat(EncodedWords.of("3 new jobs for \"Berlin\"")).isEqualTo("3 new jobs for \"Berlin\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Größe",
                "🚀 Rocket Engineer at Fjordbank",
                "🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀",
                "a🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀",
                "エンジニア募集、東京または大阪、経験者優遇、リモート可",
                "=?UTF-8?B?SGk=?= is no word"
            })
    void otherText_becomesWordsOfWholeCharacters(String text) {
        String[] words = EncodedWords.of(text).split(" ");

        assertThat(words)
                .allSatisfy(word -> assertThat(word)
                        .matches("=\\?UTF-8\\?B\\?[A-Za-z0-9+/]+=*\\?=")
                        .hasSizeLessThanOrEqualTo(75 - "Subject: ".length()));
        assertThat(Arrays.stream(words).map(EncodedWordsTest::decoded).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void words_areOnLinesOfTheirOwnAndTheBodyIsLeftAlone() {
        String two = "=?UTF-8?B?SGk=?= =?UTF-8?B?SGk=?=";

        assertThat(EncodedWords.folded("Subject: " + two + "\nTo: a@b.example\n\n" + two + "\n\n"))
                .isEqualTo("Subject: =?UTF-8?B?SGk=?=\n =?UTF-8?B?SGk=?=\nTo: a@b.example\n\n" + two + "\n\n");
    }

    /** Alone, as mail programs decode it. */
    private static String decoded(String word) {
        String content = word.substring("=?UTF-8?B?".length(), word.length() - "?=".length());
        return new String(Base64.getDecoder().decode(content), StandardCharsets.UTF_8);
    }
}
