package io.earlybrd.account.reset;

import io.earlybrd.account.subscriber.EmailAddress;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** What a person typed on the form that asks for a link. */
public class ForgotForm {

    @RestForm
    String email;

    /** The address as typed. */
    public String email() {
        return Objects.requireNonNullElse(email, "");
    }

    Optional<EmailAddress> address() {
        return EmailAddress.parse(email());
    }
}
