package org.wuduan.wearables.simulator;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings of the simulator, from a properties file.
 *
 * @param bus {@code simulator.bus}: D-Bus address
 * @param port {@code simulator.port}: loopback port of the control, 0 for any
 * @param script {@code simulator.script}: file of measurements to take by itself, optional
 * @param household {@code simulator.household}: 1–255, part of the device addresses
 * @param worn {@code simulator.worn}: which devices are on the body at the start; without it all
 */
record Settings(String bus, int port, Optional<Path> script, int household, Set<String> worn) {
    private static final int PORT_MAX = 65_535;
    private static final int HOUSEHOLD_MAX = 255;

    Settings {
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("simulator.port is a port number");
        }
        if (household < 1 || household > HOUSEHOLD_MAX) {
            throw new IllegalArgumentException("simulator.household lies between 1 and 255");
        }
        worn = Set.copyOf(worn);
    }

    /** @throws IllegalArgumentException in one sentence when a setting is missing or wrong */
    static Settings read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        String script = properties.getProperty("simulator.script", "").strip();
        return new Settings(
                required(properties, "simulator.bus"),
                number(properties, "simulator.port"),
                script.isEmpty() ? Optional.empty() : Optional.of(Path.of(script)),
                number(properties, "simulator.household"),
                Arrays.stream(properties
                                .getProperty(
                                        "simulator.worn", "cuff,strap,oximeter,thermometer,scale,glucose,neighbour")
                                .split(","))
                        .map(String::strip)
                        .filter(kind -> !kind.isEmpty())
                        .collect(Collectors.toSet()));
    }

    private static String required(Properties properties, String name) {
        String value = properties.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static int number(Properties properties, String name) {
        try {
            return Integer.parseInt(required(properties, name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is no number", e);
        }
    }
}
