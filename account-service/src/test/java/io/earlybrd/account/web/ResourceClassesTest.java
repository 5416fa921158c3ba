package io.earlybrd.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.account.testing.AccountTest;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds for every class that answers requests. */
@AccountTest
@Tag("A18")
class ResourceClassesTest {

    @Inject
    BeanManager beans;

    @Test
    void everyResource_endsItsWorkThoughTheVisitorLeft() {
        // Given
        List<Class<?>> resources = resources();

        // Then
        assertThat(resources).as("resource classes").hasSizeGreaterThan(10);
        assertThat(resources)
                .allSatisfy(resource -> assertThat(resource.getAnnotation(Cancellable.class))
                        .isNotNull()
                        .returns(false, Cancellable::value));
    }

    /** The clients of other services, which name their paths as well, are no default beans. */
    private List<Class<?>> resources() {
        return beans.getBeans(Object.class, Default.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .toList();
    }
}
