package io.earlybrd.notifier.smtp;

import java.util.Optional;

/** Settings of the client for servers on this machine. */
final class Settings {

    private Settings() {}

    static SmtpSettings plain(int port) {
        SmtpSettings settings = new SmtpSettings();
        settings.host = "127.0.0.1";
        settings.port = Optional.of(port);
        settings.username = Optional.empty();
        settings.password = Optional.empty();
        settings.startTls = "OPTIONAL";
        settings.ownHostName = Optional.empty();
        return settings;
    }
}
