package org.wuduan.durability;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that run programs on the JDK and with the classes of this process. */
final class Java {
    private static final List<String> SMALL = List.of(
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED");

    private Java() {}

    static List<String> command(Class<?> main, String... arguments) {
        var command = program();
        command.addAll(SMALL);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    static List<String> jar(Path jar, String... arguments) {
        var command = program();
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> program() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return command;
    }
}
