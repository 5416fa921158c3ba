package io.earlybrd.notifier.mail;

import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The domain in whose name mails are sent. */
@Singleton
public class MailDomain {

    private static final String PRODUCT = "EarlyBrd";

    private final String name;

    MailDomain(MailConfig config, @ConfigProperty(name = "earlybrd.public-url") URI publicUrl) {
        this.name = config.domain().orElseGet(publicUrl::getHost);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The sender of a stream of mails: {@code alerts} or {@code account}. */
    public From sender(String stream) {
        return new From(PRODUCT, stream + "@" + name);
    }

    /**
     * Who a mail is from.
     *
     * @param name as a mail program shows it
     * @param address of the header and of the envelope
     */
    public record From(String name, String address) {

        @Override
        public String toString() {
            return name + " <" + address + ">";
        }
    }
}
