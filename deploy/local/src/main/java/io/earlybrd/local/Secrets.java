package io.earlybrd.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The passwords and keys of this installation: made up once, kept in a file that only its owner reads, and handed to a
 * process in its environment, never on a command line, which every user of the machine can see.
 */
final class Secrets {

    private static final int BYTES = 32;

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();

    private Secrets(Path file) {
        this.file = file;
    }

    /** Those in the file, if it is there. */
    static Secrets in(Path file) {
        Secrets secrets = new Secrets(file);
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).forEach(secrets::read);
            }
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The secret of this name, which is made up and kept when it is asked for the first time. */
    synchronized String get(String name) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        String made = random();
        values.put(name, made);
        write();
        return made;
    }

    @Override
    public String toString() {
        return "Secrets" + values.keySet();
    }

    private void read(String line) {
        int equals = line.indexOf('=');
        values.put(line.substring(0, equals), line.substring(equals + 1));
    }

    private void write() {
        String text = values.entrySet().stream()
                .map(secret -> secret.getKey() + "=" + secret.getValue() + "\n")
                .collect(Collectors.joining());
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
