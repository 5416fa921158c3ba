package io.earlybrd.account.signup;

import io.earlybrd.account.password.PasswordRules;
import io.earlybrd.account.subscriber.EmailAddress;
import io.earlybrd.account.subscriber.Zones;
import io.earlybrd.account.web.FormErrors;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** What a person typed on the sign-up form. */
public class SignUpForm {

    @RestForm
    String email;

    @RestForm
    String password;

    @RestForm
    String zone;

    /** The address as typed. */
    public String email() {
        return Objects.requireNonNullElse(email, "");
    }

    /** The zone as chosen. */
    public String zone() {
        return Objects.requireNonNullElse(zone, "");
    }

    String password() {
        return Objects.requireNonNullElse(password, "");
    }

    Optional<EmailAddress> address() {
        return EmailAddress.parse(email());
    }

    Optional<ZoneId> zoneId() {
        return Zones.named(zone());
    }

    FormErrors errors() {
        FormErrors errors = FormErrors.none();
        if (address().isEmpty()) {
            errors.add("email", "Email address", "Write an address such as robin@post.example.");
        }
        PasswordRules.problemWith(password(), email())
                .ifPresent(problem -> errors.add("password", "Password", problem));
        if (zoneId().isEmpty()) {
            errors.add("zone", "Time zone", "Choose a zone from the list.");
        }
        return errors;
    }
}
