package org.wuduan.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Commands that run our own programs on the JDK that runs the launcher. */
final class Java {

    /**
     * A box is small hardware: one thread at a time, little heap, quick to start. Names are looked up as the system does it:
     * Vert.x's own resolver has a UDP socket open to every address, and knows no NAME.local.
     */
    private static final List<String> SMALL = List.of(
            "-Xmx64m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-Dvertx.disableDnsResolver=true",
            "--enable-native-access=ALL-UNNAMED");

    /**
     * The hub with two cores and the database beside it: see {@code ./bench footprint}. Only the quick compiler: most of
     * what the hub does it does rarely, and the optimizing one takes the cores from a call that is just being joined (80 to
     * 120 ms of processor time for a join instead of 200 to 400, {@code ./bench join}).
     */
    private static final List<String> HUB = List.of(
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    private Java() {}

    /**
     * The hub, from its unpacked program and with the archive of its classes beside it: it starts in half the time. An
     * archive that another JDK has made is not used, and nothing is said about it.
     */
    static List<String> hub(Path jar, Path properties) {
        return command(
                HUB,
                "-XX:SharedArchiveFile=" + jar.resolveSibling("classes.jsa"),
                "-Xlog:disable",
                "-Xlog:all=warning,cds=off,aot=off:stderr",
                "-jar",
                jar.toString(),
                "--spring.config.additional-location=file:" + properties);
    }

    /** A program from a module's own jar and {@code lib} folder. */
    static List<String> small(Path module, String mainClass, Path properties) {
        return command(SMALL, "-cp", classPath(module), mainClass, properties.toString());
    }

    private static List<String> command(List<String> flags, String... rest) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of(rest));
        return command;
    }

    /** What {@link #small} runs: the module's jar, its {@code lib} folder, and the settings. */
    static Path[] programs(Path module, Path properties) {
        return new Path[] {jar(module), module.resolve("target/lib"), properties};
    }

    private static String classPath(Path module) {
        return jar(module) + File.pathSeparator + module.resolve("target/lib") + "/*";
    }

    private static Path jar(Path module) {
        var target = module.resolve("target");
        try (Stream<Path> found = Files.list(target)) {
            var jars = found.filter(path -> path.toString().endsWith("-SNAPSHOT.jar"))
                    .toList();
            if (jars.size() != 1) {
                throw notBuilt(module);
            }
            return jars.getFirst();
        } catch (IOException missing) {
            throw new UncheckedIOException(notBuilt(module).getMessage(), missing);
        }
    }

    static Trouble notBuilt(Path what) {
        return new Trouble(what + " is not built: start through ./run, which builds what is missing.");
    }
}
