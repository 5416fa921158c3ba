package io.earlybrd.matcher.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoTest {

    private final List<Integer> made = new ArrayList<>();
    private final Memo<Integer, String> memo = new Memo<>(4, number -> {
        made.add(number);
        return Integer.toString(10 / number);
    });

    @Test
    void argumentsOfOnePlace_areBothKept() {
        // When
        memo.of(1);
        memo.of(5);

        // Then
        assertThat(memo.of(1)).isEqualTo("10");
        assertThat(memo.of(5)).isEqualTo("2");
        assertThat(made).containsExactly(1, 5);
    }

    @Test
    void thirdArgumentOfAPlace_takesThatOfTheFirst() {
        // When
        memo.of(1);
        memo.of(5);
        memo.of(9);

        // Then
        assertThat(memo.of(9)).isEqualTo("1");
        assertThat(memo.of(5)).isEqualTo("2");
        assertThat(memo.of(1)).isEqualTo("10");
        assertThat(made).containsExactly(1, 5, 9, 1);
    }

    @Test
    void failure_isThrownEachTime() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> memo.of(0)).isInstanceOf(ArithmeticException.class);
        }
        assertThat(made).containsExactly(0, 0);
    }
}
