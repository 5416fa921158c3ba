package io.earlybrd.account.login;

import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;

/** What a person typed on the log-in form. */
public class LoginForm {

    @RestForm
    String email;

    @RestForm
    String password;

    @RestForm
    String next;

    /** The address as typed. */
    public String email() {
        return Objects.requireNonNullElse(email, "");
    }

    /** The page to go on to. */
    public String next() {
        return NextPage.of(next);
    }

    String password() {
        return Objects.requireNonNullElse(password, "");
    }
}
