package io.earlybrd.account.preview;

import java.util.Locale;
import java.util.Optional;

/** What jobs leave unsaid that an alert asks for, in words: no filter leaves a job out, or lets one in, in silence. */
final class Unstated {

    private Unstated() {}

    /** A sentence about it; empty for filters that every job answers. */
    static Optional<String> sentence(PreviewAnswer.Unstated unstated) {
        int silent = unstated.passing() + unstated.missed();
        return what(unstated.kind(), silent)
                .map(what -> (silent == unstated.of() ? "All " : number(silent) + " of ")
                        + number(unstated.of()) + " jobs that fit otherwise "
                        + (silent == 1 ? "does not say " : "do not say ") + what + ": " + fate(unstated, silent == 1));
    }

    private static String fate(PreviewAnswer.Unstated unstated, boolean single) {
        String subject = single ? "it is " : "they are ";
        if (unstated.missed() == 0) {
            return subject + "included.";
        }
        return unstated.passing() == 0
                ? subject + "left out."
                : number(unstated.passing()) + " included, " + number(unstated.missed()) + " left out.";
    }

    private static Optional<String> what(String kind, int silent) {
        boolean single = silent == 1;
        return switch (kind) {
            case "places" -> Optional.of(single ? "where it is" : "where they are");
            case "remote" -> Optional.of(single ? "whether it is remote" : "whether they are remote");
            case "salaryFloor" ->
                Optional.of((single ? "what it pays" : "what they pay") + " in a way that we can compare");
            case "employmentTypes" -> Optional.of("which kind of employment it is");
            case "seniorities" -> Optional.of("which level it is");
            default -> Optional.empty();
        };
    }

    private static String number(int count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }
}
