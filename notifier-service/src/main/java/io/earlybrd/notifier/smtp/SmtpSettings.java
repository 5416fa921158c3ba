package io.earlybrd.notifier.smtp;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which server mails are handed to, by the keys that every Quarkus service uses for it. */
@Singleton
class SmtpSettings {

    private static final int PLAIN_PORT = 25;
    private static final int TLS_PORT = 465;

    /** Whether the connection is upgraded to TLS after the greeting. */
    enum StartTls {
        DISABLED,
        OPTIONAL,
        REQUIRED
    }

    @ConfigProperty(name = "quarkus.mailer.host", defaultValue = "localhost")
    String host;

    @ConfigProperty(name = "quarkus.mailer.port")
    Optional<Integer> port;

    @ConfigProperty(name = "quarkus.mailer.username")
    Optional<String> username;

    @ConfigProperty(name = "quarkus.mailer.password")
    Optional<String> password;

    @ConfigProperty(name = "quarkus.mailer.tls", defaultValue = "false")
    boolean tls;

    @ConfigProperty(name = "quarkus.mailer.trust-all", defaultValue = "false")
    boolean trustAll;

    @ConfigProperty(name = "quarkus.mailer.start-tls", defaultValue = "OPTIONAL")
    String startTls;

    @ConfigProperty(name = "quarkus.mailer.own-host-name")
    Optional<String> ownHostName;

    SmtpLimits limits = SmtpLimits.STANDARD;

    String host() {
        return host;
    }

    int port() {
        return port.orElse(tls ? TLS_PORT : PLAIN_PORT);
    }

    /** Who logs in; empty: nobody does. */
    Optional<Login> login() {
        return username.flatMap(name -> password.map(secret -> new Login(name, secret)));
    }

    /** Whether the connection is encrypted from its first byte. */
    boolean tls() {
        return tls;
    }

    /** Whether any certificate will do: for a server on the same machine only. */
    boolean trustAll() {
        return trustAll;
    }

    StartTls startTls() {
        return StartTls.valueOf(startTls.toUpperCase(Locale.ROOT));
    }

    /** How long a server may take. */
    SmtpLimits limits() {
        return limits;
    }

    /** The name by which we greet the server. */
    String ownHostName() {
        return ownHostName.orElse("localhost");
    }

    /** A name and a password. */
    record Login(String username, String password) {

        @Override
        public String toString() {
            return "Login";
        }
    }
}
