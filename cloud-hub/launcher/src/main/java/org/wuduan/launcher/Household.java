package org.wuduan.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wuduan.launcher.Sibling.Pulse;
import org.wuduan.launcher.supervise.ProcessSpec;

/**
 * The processes of one television: a private D-Bus, the wearables simulated on it, and the box.
 *
 * @param number 1 or 2
 * @param busSocket where the private bus listens
 * @param simulatorPort loopback port on which the simulator is told what to measure
 * @param boxPort loopback port of the television's page
 */
record Household(int number, Path busSocket, int simulatorPort, int boxPort) {

    /** A socket's path has 107 bytes; a data folder far down the tree leaves no room for it. */
    private static final int SOCKET_PATH_MAX = 100;

    static Household plan(int number, DataFolder data, Ports ports, int hubPort) {
        var socket = data.run().resolve("bus-" + number + ".sock");
        return new Household(
                number,
                socket.toString().length() <= SOCKET_PATH_MAX ? socket : shortPath(number, data),
                ports.free("simulator-" + number, 0),
                ports.free("box-" + number, hubPort + number));
    }

    /** The same from start to start, for the sake of siblings that outlive a launcher. */
    private static Path shortPath(int number, DataFolder data) {
        var kept = data.run().resolve("bus-" + number + ".place");
        try {
            if (Files.exists(kept)) {
                var folder = Path.of(Files.readString(kept).strip());
                if (Files.isDirectory(folder) && Files.getOwner(folder).equals(Files.getOwner(kept))) {
                    return folder.resolve("bus-" + number + ".sock");
                }
            }
            var folder = Files.createTempDirectory("wuduan-");
            DataFolder.writePrivately(kept, folder + "\n");
            return folder.resolve("bus-" + number + ".sock");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String host() {
        return "tv-" + number + ".localhost";
    }

    String boxName() {
        return "box-" + number;
    }

    Path tokenFile(DataFolder data) {
        return data.run().resolve(boxName() + ".launch-token");
    }

    static String enrolmentCode(int number, Secrets secrets) {
        return secrets.typed("enrolment-code-" + number);
    }

    List<Sibling> siblings(Machine machine) {
        var data = machine.data();
        return List.of(bus(data), simulator(machine.options(), data), box(machine));
    }

    private Sibling bus(DataFolder data) {
        var configuration = data.run().resolve("bus-" + number + ".conf");
        // Only this user may connect: EXTERNAL checks the socket's peer, and the folder is private as well.
        DataFolder.writePrivately(configuration, """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig>
                  <type>custom</type>
                  <listen>unix:path=%s</listen>
                  <auth>EXTERNAL</auth>
                  <policy context="default">
                    <allow send_destination="*" eavesdrop="true"/>
                    <allow eavesdrop="true"/>
                    <allow own="*"/>
                  </policy>
                </busconfig>
                """.formatted(busSocket));
        var spec = ProcessSpec.of(
                "bus-" + number,
                List.of("dbus-daemon", "--nofork", "--nopidfile", "--nosyslog", "--config-file=" + configuration));
        return new Sibling(spec, Probes.socketFile(busSocket)).madeFrom(configuration);
    }

    private Sibling simulator(Options options, DataFolder data) {
        var properties = data.run().resolve("simulator-" + number + ".properties");
        DataFolder.writePrivately(
                properties,
                Lines.of("simulator.bus", "unix:path=" + busSocket)
                        .and("simulator.port", simulatorPort)
                        .and("simulator.household", number)
                        .text());
        var module = options.root().resolve("tv-client/wearables");
        var command = Java.small(module, "org.wuduan.wearables.simulator.Simulator", properties);
        var spec = ProcessSpec.of("simulator-" + number, command).startedAfter("bus-" + number);
        return new Sibling(spec, Probes.port(simulatorPort)).madeFrom(Java.programs(module, properties));
    }

    private Sibling box(Machine machine) {
        var options = machine.options();
        var data = machine.data();
        var folder = data.root().resolve(boxName());
        var token = tokenFile(data);
        try {
            DataFolder.privateFolder(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var properties = data.run().resolve(boxName() + ".properties");
        var lines = Lines.of("box.data", folder)
                .and("box.port", boxPort)
                .and("box.host", host())
                .and("box.hub", machine.hubUrl())
                .and("box.web", options.root().resolve("tv-client/screen/dist"))
                .and("box.bus", "unix:path=" + busSocket)
                .and("box.launch-token-file", token)
                .and("box.language", "zh-CN");
        // The code on the television's screen is scanned by a phone, for which loopback is the phone itself.
        machine.lan().ifPresent(door -> lines.and("box.family-page", door.urls().getFirst() + "/family/"));
        if (options.demo()) {
            lines.and("box.enrolment-code", enrolmentCode(number, machine.secrets()));
        }
        DataFolder.writePrivately(properties, lines.text());
        var module = options.root().resolve("tv-client/box");
        var command = Java.small(module, "org.wuduan.box.Box", properties);
        // A box outlives its hub and its radio; it only starts after them so that the first start is quick.
        var spec = ProcessSpec.of(boxName(), command).startedAfter("bus-" + number);
        return new Sibling(spec, Probes.file(token, Probes.port(boxPort)))
                .madeFrom(Java.programs(module, properties))
                .mustAnswer(Pulse.usual(Probes.anyAnswer(URI.create("http://127.0.0.1:" + boxPort + "/"))));
    }
}
