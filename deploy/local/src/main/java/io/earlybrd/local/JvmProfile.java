package io.earlybrd.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The flags of all JVMs, read from the one file {@code deploy/local/jvm-flags}, for one size of machine. */
public final class JvmProfile {

    private static final String VARIABLE = "EARLYBRD_JVM_PROFILE";

    /** A size as {@code -Xmx} takes it. */
    private static final Pattern HEAP = Pattern.compile("[1-9]\\d{0,5}[mg]");

    /** From this version on the flags under {@code jdk25} are understood. */
    private static final int NEW_JDK = 25;

    private final Properties file;
    private final String name;
    private final int javaVersion;

    private JvmProfile(Properties file, String name, int javaVersion) {
        this.file = file;
        this.name = name;
        this.javaVersion = javaVersion;
    }

    /** The profile that {@code EARLYBRD_JVM_PROFILE} names, {@code small} if it names none. */
    static JvmProfile from(Path flags, Map<String, String> environment) {
        return named(
                flags,
                environment.getOrDefault(VARIABLE, "small"),
                Runtime.version().feature());
    }

    /** A profile for a version of Java. */
    static JvmProfile named(Path flags, String name, int javaVersion) {
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(flags)) {
            file.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!file.containsKey(name + ".service")) {
            throw new StartFailure(VARIABLE + "=" + name + " is unknown; it is small or standard.");
        }
        return new JvmProfile(file, name, javaVersion);
    }

    /** The name: {@code small} or {@code standard}. */
    public String name() {
        return name;
    }

    /**
     * Flags of a service's JVM; those that are its own come last, and so win.
     *
     * @param environment of the service, which may say how large its heap may be: {@code EARLYBRD_MATCHER_HEAP=256m}
     * @throws StartFailure if that is no size
     */
    List<String> flags(Service service, Map<String, String> environment) {
        String variable = "EARLYBRD_" + service.name() + "_HEAP";
        String heap = environment.getOrDefault(variable, "");
        if (!heap.isEmpty() && !HEAP.matcher(heap).matches()) {
            throw new StartFailure(variable + "=" + heap + " is no size; one is 256m or 1g.");
        }
        return Stream.of(
                        words("jvm"),
                        newJdk(),
                        words("service"),
                        words(service.label()),
                        heap.isEmpty() ? List.<String>of() : List.of("-Xmx" + heap))
                .flatMap(List::stream)
                .toList();
    }

    /** Flags of the broker's JVM. */
    List<String> brokerFlags() {
        return Stream.of(words("jvm"), newJdk(), words("broker"))
                .flatMap(List::stream)
                .toList();
    }

    /** Environment of the services that belongs to the size, such as that of connection pools. */
    Map<String, String> serviceEnvironment() {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String word : words("service-environment")) {
            int equals = word.indexOf('=');
            environment.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return environment;
    }

    /** What the whole system needs. */
    long memoryMebibytes() {
        return Long.parseLong(file.getProperty(name + ".memory-mib").strip());
    }

    private List<String> newJdk() {
        return javaVersion >= NEW_JDK ? words("jdk25") : List.of();
    }

    private List<String> words(String key) {
        String text = file.getProperty(name + "." + key, "").strip();
        return text.isEmpty() ? List.of() : new ArrayList<>(Arrays.asList(text.split("\\s+")));
    }
}
