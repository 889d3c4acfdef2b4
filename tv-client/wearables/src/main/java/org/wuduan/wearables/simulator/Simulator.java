package org.wuduan.wearables.simulator;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.freedesktop.dbus.exceptions.DBusException;

/** The program: {@code Simulator PROPERTIES_FILE}. Says {@code simulator: ready on port N} when it is on the bus. */
public final class Simulator {
    private Simulator() {}

    /** Runs until it is ended. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 1) {
            fail("simulator: name one properties file");
        }
        try {
            run(Settings.read(Path.of(arguments[0])));
        } catch (NoSuchFileException e) {
            fail("simulator: there is no file " + e.getFile());
        } catch (IOException | DBusException e) {
            fail("simulator: cannot start, " + e.getMessage());
        } catch (IllegalArgumentException e) {
            fail("simulator: " + e.getMessage());
        }
    }

    private static void run(Settings settings) throws IOException, DBusException, InterruptedException {
        Household household = new Household(
                settings.bus(),
                settings.household(),
                Clock.systemDefaultZone(),
                () -> fail("simulator: the bus has ended"));
        household
                .devices()
                .forEach(d -> d.worn(settings.worn().contains(d.identity().kind())));
        ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
        if (settings.script().isPresent()) {
            Script.read(settings.script().get()).run(household, time);
        }
        Control control = new Control(household, settings.port());
        household.start();
        Runtime.getRuntime().addShutdownHook(new Thread(household::close));
        System.out.println("simulator: ready on port " + control.port());
        new CountDownLatch(1).await();
    }

    private static void fail(String sentence) {
        System.err.println(sentence);
        Runtime.getRuntime().halt(1);
    }
}
