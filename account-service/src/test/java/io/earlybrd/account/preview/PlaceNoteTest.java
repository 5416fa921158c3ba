package io.earlybrd.account.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M6")
class PlaceNoteTest {

    @Test
    void placeThatWeKnow_needsNoWord() {
        assertThat(PlaceNote.of(new PreviewAnswer.Place("Berlin", true, List.of())))
                .isEmpty();
    }

    @Test
    void nameThatWeDoNotKnow_isSaid_withAdviceIfItMayBeSeveral() {
        assertThat(PlaceNote.of(new PreviewAnswer.Place("Xhofraix", false, List.of())))
                .contains(new PlaceNote(
                        "We do not know “Xhofraix”: jobs are found that name it in the same words.", List.of()));
        assertThat(PlaceNote.of(new PreviewAnswer.Place("Berlin, Xhofraix", false, List.of())))
                .hasValueSatisfying(
                        note -> assertThat(note.sentence()).endsWith("If these are several places, write one a line."));
    }

    @Test
    void choice_replacesItsLineOnly() {
        // Given
        PlaceNote.Choice choice = PlaceNote.of(
                        new PreviewAnswer.Place("Springfield", true, List.of("Springfield, Missouri")))
                .orElseThrow()
                .choices()
                .get(0);

        // When
        PlaceNote.Choice told = PlaceNote.Choice.of(choice.told()).orElseThrow();

        // Then
        assertThat(told).isEqualTo(choice);
        assertThat(told.in("Springfield, Ohio\r\n Springfield\r\nBerlin"))
                .isEqualTo("Springfield, Ohio\nSpringfield, Missouri\nBerlin");
    }

    @Test
    void whatNoButtonSays_isNoChoice() {
        assertThat(PlaceNote.Choice.of("")).isEmpty();
    }
}
