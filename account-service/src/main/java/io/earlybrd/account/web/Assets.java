package io.earlybrd.account.web;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The two files that pages link to: the stylesheet, joined from its three sources, and the icon. */
@Singleton
@Named("assets")
public class Assets {

    static final String PATH = "/assets";

    private final Asset stylesheet = Asset.of(
            "earlybrd",
            "css",
            "text/css;charset=UTF-8",
            Stream.of("variables.css", "base.css", "components.css")
                    .map(Assets::read)
                    .collect(Collectors.joining("\n")));

    private final Asset icon = Asset.of("logo", "svg", "image/svg+xml", read("logo.svg"));

    /** Path of the stylesheet. */
    public String stylesheet() {
        return stylesheet.path();
    }

    /** Path of the icon. */
    public String icon() {
        return icon.path();
    }

    Optional<Asset> named(String name) {
        return Stream.of(stylesheet, icon)
                .filter(asset -> asset.name().equals(name))
                .findFirst();
    }

    private static String read(String file) {
        try (InputStream in = Assets.class.getResourceAsStream("/css/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
