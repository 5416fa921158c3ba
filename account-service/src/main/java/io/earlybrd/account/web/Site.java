package io.earlybrd.account.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where this site is reached. Links in mails are made from here and never from a request's Host header. */
@ApplicationScoped
public class Site {

    private final URI url;

    Site(@ConfigProperty(name = "earlybrd.public-url") URI url) {
        this.url = url;
    }

    /** Whether people reach the site by https, so that cookies and HSTS may rely on it. */
    public boolean secure() {
        return "https".equals(url.getScheme());
    }

    /** The origin that a browser names when a form of ours is sent: scheme, host and port. */
    public String origin() {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    /** The absolute address of a path of this site. */
    public String link(String path) {
        return origin() + path;
    }
}
