package io.earlybrd.local;

import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What is settled before anything starts.
 *
 * @param folder taken for this process until it is closed
 * @param environment what services are told, and the secrets in it
 * @param clock the time of the stand-ins
 */
record Installation(
        SystemOptions options,
        LocalFolder folder,
        Ports ports,
        JvmProfile profile,
        ServiceEnvironment environment,
        Clock clock) {

    /**
     * Takes the folder and checks what can be checked.
     *
     * @throws StartFailure if the folder or a port is in use, or a setting makes no sense
     */
    static Installation prepare(SystemOptions options) {
        Ports ports = options.ports();
        JvmProfile profile = JvmProfile.from(options.checkout().resolve("deploy/local/jvm-flags"), options.variables());
        LocalFolder folder = LocalFolder.take(options.folder());
        try {
            PortCheck.requireFree(ports.claims(options.services()));
            if (options.isFresh()) {
                folder.wipe();
            }
            LogFiles.shorten(folder.logs());
            ServiceEnvironment environment =
                    new ServiceEnvironment(ports, Secrets.in(folder.run("secrets")), profile, folder.data("matcher"));
            return new Installation(options, folder, ports, profile, environment, options.clock());
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Refuses to start where the machine has too little memory left for all. */
    void requireMemory() {
        String own = options.variables().getOrDefault("EARLYBRD_MIN_MEMORY_MIB", "");
        Memory.ofThisMachine()
                .requireMebibytes(own.matches("\\d{1,6}") ? Long.parseLong(own) : profile.memoryMebibytes());
    }

    /** How to start each service that is to run. */
    Map<Service, Launch> launches() {
        Map<Service, Launch> launches = new EnumMap<>(Service.class);
        options.services().forEach(service -> launches.put(service, launch(service, Map.of())));
        return launches;
    }

    /** How to start a service, with more environment than the options say, all of which wins over what the system chooses. */
    Launch launch(Service service, Map<String, String> more) {
        Map<String, String> all = environment.of(service, System.getenv());
        all.putAll(options.environmentOf(service));
        all.putAll(more);
        Map<String, String> variables = new HashMap<>(options.variables());
        variables.putAll(all);
        return new Launch(
                ServiceCommand.of(options.checkout().resolve(service.module()), profile.flags(service, variables)),
                all,
                folder.log(service.label()));
    }

    /** What the system tells its user. */
    Progress progress() {
        return options.progress();
    }
}
