package io.earlybrd.account.admin;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestForm;

/** Which sources an admin looks at: given by the address, and kept by the forms on the page. */
public class SourceFilter {

    private static final int MAX_LENGTH = 100;

    @QueryParam("named")
    String namedByAddress;

    @QueryParam("provider")
    String providerByAddress;

    @QueryParam("health")
    String healthByAddress;

    @RestForm("named")
    String namedByForm;

    @RestForm("provider")
    String providerByForm;

    @RestForm("health")
    String healthByForm;

    /** A part of the board's or employer's name; empty for any. */
    public String named() {
        return first(namedByForm, namedByAddress);
    }

    /** A provider; empty for any. */
    public String provider() {
        return first(providerByForm, providerByAddress);
    }

    /** A health, {@code trouble} or {@code off}; empty for any. */
    public String health() {
        return first(healthByForm, healthByAddress);
    }

    /** Whether only some sources are looked at. */
    public boolean any() {
        return !(named() + provider() + health()).isEmpty();
    }

    /** The page with these sources, and a notice. */
    String page(String done) {
        return "/admin/sources?done=" + done + "&named=" + encoded(named()) + "&provider=" + encoded(provider())
                + "&health=" + encoded(health());
    }

    private static String first(String byForm, String byAddress) {
        String given = byForm != null ? byForm : byAddress != null ? byAddress : "";
        return given.length() > MAX_LENGTH ? given.substring(0, MAX_LENGTH) : given.strip();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
