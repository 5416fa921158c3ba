package io.earlybrd.notifier.mail.text;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Zones by the name that a subscriber chose. */
public final class Zones {

    private Zones() {}

    /** The zone of this name, or UTC where this JDK does not know it: a time with a wrong zone is never shown. */
    public static ZoneId of(Optional<String> name) {
        try {
            return name.map(ZoneId::of).orElse(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
