package io.earlybrd.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** The command line of a service: its packaged application, in a JVM that ends with this process. */
final class ServiceCommand {

    private ServiceCommand() {}

    /**
     * The command for the application in a module's {@code target} folder.
     *
     * @throws StartFailure if it is not built
     */
    static List<String> of(Path module, List<String> jvmFlags) {
        Path application = module.resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(application)) {
            throw new StartFailure(module.getFileName() + " is not built: there is no " + application
                    + ". Run deploy/local/up, which builds it, or mvn package.");
        }
        Attributes manifest = manifest(application);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        // java -jar would read this from the manifest.
        for (String opened : manifest.getValue("Add-Opens") == null
                ? new String[0]
                : manifest.getValue("Add-Opens").split(" ")) {
            command.add("--add-opens=" + opened + "=ALL-UNNAMED");
        }
        command.add("-cp");
        command.add(ownCode() + File.pathSeparator + application);
        command.add(EndsWithParent.class.getName());
        command.add(manifest.getValue(Attributes.Name.MAIN_CLASS));
        return command;
    }

    private static Attributes manifest(Path application) {
        try (JarFile jar = new JarFile(application.toFile())) {
            return jar.getManifest().getMainAttributes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar or folder that this class was loaded from. */
    static Path ownCode() {
        try {
            return Path.of(EndsWithParent.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
