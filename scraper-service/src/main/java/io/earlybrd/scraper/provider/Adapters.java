package io.earlybrd.scraper.provider;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every adapter, by the name of its provider. */
@ApplicationScoped
public class Adapters {

    private final Map<String, Adapter> byProvider;

    Adapters(@All List<Adapter> adapters) {
        byProvider = adapters.stream().collect(Collectors.toUnmodifiableMap(Adapter::provider, Function.identity()));
    }

    /** The adapter for this provider, if there is one. */
    public Optional<Adapter> find(String provider) {
        return Optional.ofNullable(byProvider.get(provider));
    }

    /** The names of all providers. */
    public SortedSet<String> providers() {
        return new TreeSet<>(byProvider.keySet());
    }
}
