package io.earlybrd.local;

import io.earlybrd.events.time.ShiftedClock;
import io.earlybrd.testkit.ProjectRoot;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How a {@link LocalSystem} is to run; every setting but the folder has a default. */
public final class SystemOptions {

    private static final String CLOCK_OFFSET_FILE = "EARLYBRD_CLOCK_OFFSET_FILE";

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<Service, Map<String, String>> ownEnvironment = new EnumMap<>(Service.class);
    private Path checkout = ProjectRoot.path();
    private Ports ports;
    private Set<Service> services = EnumSet.allOf(Service.class);
    private Progress progress = Progress.silent();
    private boolean supervised;
    private boolean fresh;
    private boolean demo;

    private SystemOptions(Path folder) {
        this.folder = folder;
    }

    /** The defaults, for a system that keeps its data, logs and secrets in this folder. */
    public static SystemOptions in(Path folder) {
        return new SystemOptions(folder);
    }

    /** The ports; by default {@link Ports#from} the environment of this process. */
    public SystemOptions ports(Ports value) {
        ports = value;
        return this;
    }

    /** Only these services run, or none; the servers and stand-ins always do. */
    public SystemOptions only(Service... values) {
        services = EnumSet.noneOf(Service.class);
        services.addAll(Set.of(values));
        return this;
    }

    /** A variable of the environment of all services, which wins over the system's own choice. */
    public SystemOptions environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** The same for one service. */
    public SystemOptions environment(Service service, String name, String value) {
        ownEnvironment.computeIfAbsent(service, key -> new HashMap<>()).put(name, value);
        return this;
    }

    /** Is told how the start goes on; by default nobody. */
    public SystemOptions progress(Progress value) {
        progress = value;
        return this;
    }

    /** Parts that die are started again; by default they stay dead, as a test wants it. */
    public SystemOptions supervised() {
        supervised = true;
        return this;
    }

    /** Data of an earlier run is deleted first; by default it is used again. */
    public SystemOptions fresh() {
        fresh = true;
        return this;
    }

    /** The job board has made-up employers with a new job every 20 seconds, and is watched; by default it is empty. */
    public SystemOptions demo() {
        demo = true;
        return this;
    }

    /** Where the built project is; by default where this code was started. */
    SystemOptions checkout(Path value) {
        checkout = value;
        return this;
    }

    Path folder() {
        return folder;
    }

    Path checkout() {
        return checkout;
    }

    Ports ports() {
        return ports == null ? Ports.from(System.getenv()) : ports;
    }

    Set<Service> services() {
        return services;
    }

    Progress progress() {
        return progress;
    }

    boolean isSupervised() {
        return supervised;
    }

    boolean isFresh() {
        return fresh;
    }

    boolean isDemo() {
        return demo;
    }

    /** What was set for one service. */
    Map<String, String> environmentOf(Service service) {
        Map<String, String> both = new HashMap<>(environment);
        both.putAll(ownEnvironment.getOrDefault(service, Map.of()));
        return both;
    }

    /** The time that the stand-ins have: that of the services, which a drill may shift. */
    Clock clock() {
        String file = variables().getOrDefault(CLOCK_OFFSET_FILE, "");
        return file.isBlank() ? Clock.systemUTC() : new ShiftedClock(Path.of(file));
    }

    /** The variables that concern the start itself. */
    Map<String, String> variables() {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.putAll(environment);
        return all;
    }
}
