package org.wuduan.box;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.wuduan.box.BootClock.Tick;
import org.wuduan.box.Outbox.Outcome;
import org.wuduan.box.Outbox.Received;
import org.wuduan.contract.Language;
import org.wuduan.contract.MeasurementProfile;
import org.wuduan.contract.Quantity;
import org.wuduan.contract.Reading;
import org.wuduan.contract.Value;
import org.wuduan.wearables.Wearable;
import org.wuduan.wearables.gatt.Frame;

/** What the tests of the box share. */
final class Fixtures {
    static final Instant NOW = Instant.parse("2026-11-22T02:15:06Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final Wearable CUFF = new Wearable("C0:00:00:00:01:01", "SimBP");
    static final Wearable STRAP = new Wearable("C0:00:00:00:01:02", "SimHR");
    static final String HOST = "tv-1.localhost";

    /** 142/86, mean 105, pulse 72, irregular, taken 2026-11-22 10:15:04 on the device's clock. */
    static final Frame PRESSURE = Frame.ofHex("1e 8e00 5600 6900 ea070b160a0f04 4800 01 0400");

    /** The machine has been up for an hour. */
    static final Tick UP = new Tick("b6a1c2de", 3_600_000);

    static final Intake.Clocks CLOCKS = new Intake.Clocks(CLOCK, () -> Optional.of(UP));

    private Fixtures() {}

    static Outcome save(Outbox outbox, Reading reading) {
        return outbox.save(List.of(new Received(reading, UP))).getFirst();
    }

    static EventLog silentLog() {
        return new EventLog(CLOCK, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    static Reading spot() {
        return reading(MeasurementProfile.BLOOD_PRESSURE, CUFF);
    }

    static Reading continuous() {
        return reading(MeasurementProfile.HEART_RATE, STRAP);
    }

    static Reading reading(MeasurementProfile profile, Wearable wearable) {
        var value = new Value("8867-4", 147842, new Quantity(BigDecimal.valueOf(72), "{beat}/min"));
        return new Reading(
                ReadingIds.at(NOW),
                profile,
                new Reading.Device(wearable.address(), wearable.model()),
                NOW,
                "0048",
                List.of(value),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static BoxSettings settings(Path folder, int port, URI hub) throws IOException {
        return settings(folder, port, hub, Optional.of(FakeHub.CODE));
    }

    static BoxSettings settings(Path folder, int port, URI hub, Optional<String> code) throws IOException {
        Path web = Files.createDirectories(folder.resolve("web"));
        Files.createDirectories(web.resolve("assets"));
        Files.writeString(web.resolve("index.html"), "<!doctype html><title>TV</title>");
        Files.writeString(web.resolve("assets/main-1a2b.js"), "export {};");
        Files.writeString(folder.resolve("secret.txt"), "outside");
        return new BoxSettings(
                folder.resolve("data"),
                port,
                HOST,
                new HubAddress(hub, Optional.empty()),
                web,
                "",
                hub + "/family/",
                code,
                Optional.of(folder.resolve("launch")),
                Language.ZH_CN,
                SHANGHAI);
    }
}
