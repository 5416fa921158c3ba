package io.earlybrd.scraper.source;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every resource of this service must keep to, the ones that are not written yet included. */
@Tag("G14")
class ResourceRulesTest {

    @Test
    void callersWhoLeave_cancelNothing() throws Exception {
        List<Class<?>> resources = resources();

        assertThat(resources).contains(SourceResource.class);
        assertThat(resources).allSatisfy(resource -> {
            assertThat(resource.getAnnotation(Cancellable.class))
                    .isNotNull()
                    .extracting(Cancellable::value)
                    .isEqualTo(false);
            assertThat(resource.getDeclaredMethods())
                    .noneMatch(method -> method.isAnnotationPresent(Cancellable.class));
        });
    }

    private static List<Class<?>> resources() throws IOException, URISyntaxException {
        URI classes = SourceResource.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        java.nio.file.Path root = java.nio.file.Path.of(classes);
        try (Stream<java.nio.file.Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .<Class<?>>map(name -> load(name.replace('/', '.')))
                    .filter(ResourceRulesTest::answersCalls)
                    .toList();
        }
    }

    private static boolean answersCalls(Class<?> type) {
        return type.isAnnotationPresent(Path.class)
                || Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(Path.class));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ResourceRulesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
