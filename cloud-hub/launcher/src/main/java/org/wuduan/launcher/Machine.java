package org.wuduan.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.wuduan.bridge.janus.JanusEndpoint;
import org.wuduan.bridge.janus.JanusFolder;
import org.wuduan.bridge.janus.Loopback;
import org.wuduan.bridge.janus.RtpPorts;
import org.wuduan.launcher.Sibling.Pulse;
import org.wuduan.launcher.lan.LanDoor;
import org.wuduan.launcher.lan.LanStart;
import org.wuduan.launcher.supervise.ProcessSpec;

/**
 * What runs on this machine: the ports, passwords and files of every sibling, decided anew at each start.
 *
 * @param hubPort loopback port that browsers open
 * @param postgres the database
 * @param lan the door to the network, if one was asked for
 * @param bridges the two Janus, by name
 * @param households the demonstration's households, from 1
 */
record Machine(
        Options options,
        DataFolder data,
        Secrets secrets,
        int hubPort,
        Postgres postgres,
        Optional<LanDoor> lan,
        Map<String, Bridge> bridges,
        List<Household> households) {

    /** A Janus process: its folder, and how the hub reaches it. */
    record Bridge(JanusFolder folder, JanusEndpoint endpoint) {}

    /** Media ports of the two Janus. Below Linux' own range of outgoing ports (from 32768). */
    private static final Map<String, RtpPorts> BRIDGES =
            new TreeMap<>(Map.of("janus-a", new RtpPorts(20_000, 21_999), "janus-b", new RtpPorts(22_000, 23_999)));

    /** The secret that the operator's programs show to the hub. */
    static final String OPERATOR_TOKEN = "operator-token";

    /** @param running names of siblings that an earlier launcher left behind */
    static Machine plan(Options options, DataFolder data, Set<String> running) throws InterruptedException {
        requireOneKind(options, data);
        var ports = new Ports(data.run().resolve("ports.properties"), running);
        var secrets = new Secrets(data.secrets());
        int hubPort = ports.chosen("hub", options.port());
        var lan = options.lan().map(new LanStart(data, ports, !running.isEmpty())::door);
        var rights = LowerRights.here();
        var postgres = new Postgres(
                PostgresBinaries.in(options.cache()), data.postgres(), ports.free("postgres", 0), secrets, rights);
        var households = IntStream.rangeClosed(1, options.boxes())
                .mapToObj(number -> Household.plan(number, data, ports, hubPort))
                .toList();
        return new Machine(
                options, data, secrets, hubPort, postgres, lan, bridges(data, ports, secrets, lan), households);
    }

    /** The plan of the first start on a folder that it has just made: when it is refused, the folder goes with it. */
    static Machine planNew(Options options, DataFolder data) throws InterruptedException {
        try {
            return plan(options, data, Set.of());
        } catch (Trouble refused) {
            try {
                data.remove();
            } catch (IOException stays) {
                refused.addSuppressed(stays);
            }
            throw refused;
        }
    }

    /** Invented people must never come among real ones, nor stay behind with a shared password. */
    private static void requireOneKind(Options options, DataFolder data) {
        boolean used = Files.exists(data.postgres());
        boolean demo = Files.exists(data.secrets().resolve(Secrets.DEMO_PASSWORD));
        if (used && demo != options.demo()) {
            throw new Trouble(
                    data.root()
                            + (demo
                                    ? " holds the demonstration: choose another folder with --data DIR for a system without it."
                                    : " holds a real system: start it with --no-demo, or choose another folder with --data DIR."));
        }
    }

    private static Map<String, Bridge> bridges(DataFolder data, Ports ports, Secrets secrets, Optional<LanDoor> lan) {
        var bridges = new LinkedHashMap<String, Bridge>();
        try {
            // Terminals of this machine reach its address of the network as well.
            var address = lan.isPresent() ? lan.get().address() : Loopback.address();
            for (var media : BRIDGES.entrySet()) {
                var name = media.getKey();
                var folder = new JanusFolder(
                        data.root().resolve(name), name, ports.free(name, 0), media.getValue(), address);
                // Kept secrets: a Janus that outlives a launcher goes on being believed.
                var endpoint = folder.write(secrets.ofPrograms(name + "-api"), secrets.ofPrograms(name + "-admin"));
                bridges.put(name, new Bridge(folder, endpoint));
            }
        } catch (IOException failure) {
            throw new Trouble("The media bridge can't be set up: " + failure.getMessage(), failure);
        }
        return bridges;
    }

    List<Sibling> siblings() {
        var all = new ArrayList<Sibling>();
        all.add(postgres.sibling());
        bridges.forEach((name, bridge) -> {
            var command = postgres.rights()
                    .least(bridge.folder().command(), bridge.folder().folder());
            var probe = Probes.janus(bridge.endpoint().url(), name);
            all.add(new Sibling(ProcessSpec.of(name, command), probe)
                    .madeFrom(bridge.folder().folder())
                    .mustAnswer(Pulse.usual(probe)));
        });
        all.add(hub());
        households.forEach(household -> all.addAll(household.siblings(this)));
        return all;
    }

    private Sibling hub() {
        var properties = data.run().resolve("hub.properties");
        DataFolder.writePrivately(properties, hubProperties());
        var jar = options.root().resolve("cloud-hub/hub/target/program/hub-exec.jar");
        if (!Files.exists(jar)) {
            throw Java.notBuilt(jar);
        }
        var spec = ProcessSpec.of("hub", Java.hub(jar, properties)).startedAfter(Postgres.NAME);
        // Not /health, which waits for the database: a hub without one is no hub to be killed.
        return new Sibling(spec, Probes.http(URI.create(hubUrl() + "/health")))
                .madeFrom(jar, properties)
                .mustAnswer(Pulse.usual(Probes.anyAnswer(URI.create(hubUrl() + "/"))));
    }

    private String hubProperties() {
        var lines = Lines.of("server.port", hubPort)
                .and("server.address", "127.0.0.1")
                .and("hub.web", options.root())
                .and("hub.secrets", data.secrets())
                .and("hub.data", data.root())
                .and("hub.processes", processHealth())
                .and("hub.operator-token", secrets.ofPrograms(OPERATOR_TOKEN))
                .and("hub.database.url", postgres.url())
                .and("hub.database.user", Postgres.USER)
                .and("hub.database.password", postgres.password())
                .and("hub.audit-anchor", data.audit().resolve("newest-seal"))
                .and("hub.second-factor", options.demo() ? "optional" : "required")
                .and("hub.demo", options.demo());
        if (options.demo()) {
            lines.and("hub.demo-password", demoPassword())
                    .and("hub.demo-enrolment-codes", String.join(",", enrolmentCodes()));
        } else {
            lines.and("hub.first-administrator-link", firstAdministratorLink());
        }
        lan.ifPresent(door -> addLan(lines, door));
        int index = 0;
        for (var bridge : bridges.entrySet()) {
            var key = "hub.janus[" + index++ + "].";
            lines.and(key + "name", bridge.getKey())
                    .and(key + "url", bridge.getValue().endpoint().url())
                    .and(key + "secret", bridge.getValue().endpoint().apiSecret())
                    .and(key + "admin-key", bridge.getValue().endpoint().adminKey());
        }
        return lines.text() + String.join("\n", options.hubSettings()) + "\n";
    }

    private static void addLan(Lines lines, LanDoor door) {
        lines.and("hub.lan.address", door.address())
                .and("hub.lan.port", door.port())
                .and("hub.lan.names", String.join(",", door.certificate().accepted()))
                .and("hub.lan.certificate", door.certificate().certificateFile())
                .and("hub.lan.key", door.certificate().keyFile());
        door.certificate().authorityFile().ifPresent(file -> lines.and("hub.lan.authority", file));
    }

    private List<String> enrolmentCodes() {
        return IntStream.rangeClosed(1, Options.BOXES_MAX)
                .mapToObj(number -> Household.enrolmentCode(number, secrets))
                .toList();
    }

    String demoPassword() {
        return secrets.typed(Secrets.DEMO_PASSWORD);
    }

    /** Where the hub keeps the first administrator's link until somebody has used it. */
    Path firstAdministratorLink() {
        return data.secrets().resolve("first-administrator-link");
    }

    /** What the hub reads about its siblings. */
    Path processHealth() {
        return data.run().resolve("health.json");
    }

    String hubUrl() {
        return "http://127.0.0.1:" + hubPort;
    }
}
