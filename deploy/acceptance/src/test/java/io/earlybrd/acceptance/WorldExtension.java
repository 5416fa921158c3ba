package io.earlybrd.acceptance;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test the {@link World} of its kind, {@link Journey} or {@link Drill}, started once, and ends it after the last test. */
final class WorldExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(World.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public World resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String name = context.getRequiredTestClass().isAnnotationPresent(Drill.class) ? Drill.WORLD : Journey.WORLD;
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(name, World::new, World.class);
    }
}
