package io.earlybrd.billing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.billing.webhook.WebhookResource;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B4")
class ResourcesTest {

    /** A request that is cancelled because its client has left keeps its database connection for ever. */
    @Test
    void everyResource_finishesWhatItBeganThoughItsClientLeaves() throws IOException, URISyntaxException {
        // When
        List<Class<?>> resources = resources();

        // Then
        assertThat(resources)
                .contains(WebhookResource.class)
                .allSatisfy(resource -> assertThat(Optional.ofNullable(resource.getAnnotation(Cancellable.class))
                                .map(Cancellable::value))
                        .as("@Cancellable(false) of " + resource.getName())
                        .contains(false));
    }

    private static List<Class<?>> resources() throws IOException, URISyntaxException {
        java.nio.file.Path classes = java.nio.file.Path.of(WebhookResource.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<java.nio.file.Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .<Class<?>>map(ResourcesTest::load)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            return Class.forName(name, false, ResourcesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
