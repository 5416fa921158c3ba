package io.earlybrd.notifier.page;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that pages link. */
@Singleton
class Assets {

    static final String PATH = "/u/page/";

    private final Asset style = Asset.of("style.css", "text/css");
    private final Asset icon = Asset.of("logo.svg", "image/svg+xml");

    /** Address of the stylesheet. */
    String style() {
        return PATH + style.name();
    }

    /** Address of the icon. */
    String icon() {
        return PATH + icon.name();
    }

    /** The file of this name. */
    Optional<Asset> named(String name) {
        return Stream.of(style, icon).filter(asset -> asset.name().equals(name)).findFirst();
    }
}
