package io.earlybrd.local;

import io.earlybrd.testkit.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes a folder that looks like the built project, with a {@link TinyService} for each service. */
final class TinyCheckout {

    private TinyCheckout() {}

    static Path in(Path folder) throws IOException {
        for (Service service : Service.values()) {
            Path application = Files.createDirectories(folder.resolve(service.module() + "/target/quarkus-app"));
            writeJar(application.resolve("quarkus-run.jar"));
        }
        Path flags = folder.resolve("deploy/local/jvm-flags");
        Files.createDirectories(flags.getParent());
        Files.copy(ProjectRoot.path().resolve("deploy/local/jvm-flags"), flags);
        return folder;
    }

    private static void writeJar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, TinyService.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                TinyService.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString());
        attributes.putValue("Add-Opens", "java.base/java.lang");
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
    }
}
