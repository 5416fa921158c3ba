package io.earlybrd.account.preview;

import java.util.Locale;
import java.util.Optional;

/** What jobs leave unsaid that an alert asks for, in words: no filter leaves a job out, or lets one in, in silence. */
final class Unstated {

    private Unstated() {}

    /** A sentence about it; empty for filters that every job answers. */
    static Optional<String> sentence(PreviewAnswer.Unstated unstated) {
        int silent = unstated.passing() + unstated.missed();
        return silence(unstated.kind(), silent == 1)
                .map(silence -> (silent == unstated.of() ? "All " : number(silent) + " of ")
                        + number(unstated.of()) + " jobs that fit otherwise " + silence + ": "
                        + fate(unstated, silent == 1));
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

    private static Optional<String> silence(String kind, boolean single) {
        String says = single ? "does not say " : "do not say ";
        return switch (kind) {
            // Some say where they are, but the alert does not say which place of that name it means.
            case "places" -> Optional.of("may be at another place");
            case "remote" -> Optional.of(says + (single ? "whether it is remote" : "whether they are remote"));
            case "salaryFloor" ->
                Optional.of(says + (single ? "what it pays" : "what they pay") + " in a way that we can compare");
            case "employmentTypes" -> Optional.of(says + "which kind of employment it is");
            case "seniorities" -> Optional.of(says + "which level it is");
            default -> Optional.empty();
        };
    }

    private static String number(int count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }
}
