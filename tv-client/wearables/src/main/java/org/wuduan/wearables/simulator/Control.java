package org.wuduan.wearables.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import org.freedesktop.dbus.exceptions.DBusException;
import org.jspecify.annotations.Nullable;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.gatt.Profile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loopback HTTP by which a person or a test conducts the devices. JSON answers; a wrong request is answered 400, an
 * unknown device or action 404, one that the device can't do now 409. DEVICE is {@code cuff}, {@code strap}, {@code
 * oximeter}, {@code thermometer}, {@code scale}, {@code glucose} or {@code neighbour} (the cuff of another household).
 *
 * <pre>
 * GET  /devices                                   state of all
 * POST /devices/DEVICE/readings[?characteristic=2a5f]  body: bytes in hexadecimal; answers {id, bytes, kept}
 * POST /devices/cuff/measure      {"systolic":142,"diastolic":86,"pulse":72,"irregular":false,"user":1}
 * POST /devices/oximeter/measure  {"saturation":97,"pulse":72}
 * POST /devices/strap/measure     {"rate":88}, also the rate around which it goes on
 * POST /devices/thermometer/measure  {"celsius":36.6}
 * POST /devices/scale/measure    {"kilograms":71.2,"user":1}
 * POST /devices/glucose/measure  {"millimoles":5.6,"meal":"fasting"}, or before, after, bedtime
 * POST /devices/glucose/new-battery               counts from the beginning and has forgotten everything
 * POST /devices/DEVICE/forget-bond                as after a reset of the device
 * PUT  /devices/DEVICE/passkey    none | enter 123456 | show 123456 | confirm 123456: what a bond asks for
 * POST /devices/DEVICE/repeat                     sends the last value once more
 * POST /devices/DEVICE/link-loss                  breaks the link; the device is reachable again at once
 * POST /devices/DEVICE/lose-confirmations  N      the next N indications arrive, but the link breaks before the device
 *                                                 knows
 * POST /devices/DEVICE/fail-pairings       N      the next N pairings fail
 * PUT  /devices/DEVICE/near | worn | clock-set    true or false
 * POST /bluez/stop | start | restart
 * PUT  /bluez/powered                             true or false
 * </pre>
 */
public final class Control implements AutoCloseable {
    /** In bytes: the longest frame in hexadecimal with blanks fits. */
    static final int BODY_MAX = 4096;

    private static final int REPEAT_MAX = 1000;

    private final ObjectMapper json = JsonMapper.builder().build();
    private final Household household;
    private final HttpServer server;

    /** Listens at once. */
    public Control(Household household, int port) throws IOException {
        this.household = household;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(exchange);
            } catch (IllegalArgumentException | JacksonException e) {
                answer = new Answer(400, Map.of("error", String.valueOf(e.getMessage())));
            } catch (DBusException e) {
                answer = new Answer(409, Map.of("error", "the bus does not work"));
            }
            byte[] body = json.writeValueAsBytes(answer.body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private record Answer(int status, Object body) {
        static final Answer DONE = new Answer(200, Map.of("done", true));
        static final Answer UNKNOWN = new Answer(404, Map.of("error", "no such device or action"));
    }

    private Answer answer(HttpExchange exchange) throws IOException, DBusException {
        byte[] bytes = exchange.getRequestBody().readNBytes(BODY_MAX + 1);
        if (bytes.length > BODY_MAX) {
            throw new IllegalArgumentException("a body has at most " + BODY_MAX + " bytes");
        }
        String body = new String(bytes, StandardCharsets.UTF_8).strip();
        String[] path = exchange.getRequestURI().getPath().split("/");
        String request = exchange.getRequestMethod() + " " + (path.length > 1 ? path[1] : "");
        return switch (request) {
            case "GET devices" ->
                new Answer(
                        200, household.devices().stream().map(Peripheral::state).toList());
            case "POST bluez", "PUT bluez" -> bluez(path.length == 3 ? path[2] : "", body);
            case "POST devices", "PUT devices" -> {
                Peripheral device = path.length == 4 ? household.device(path[2]).orElse(null) : null;
                yield device == null
                        ? Answer.UNKNOWN
                        : device(device, path[3], body, exchange.getRequestURI().getQuery());
            }
            default -> Answer.UNKNOWN;
        };
    }

    private Answer bluez(String action, String body) throws DBusException {
        SimulatedBlueZ bluez = household.bluez();
        switch (action) {
            case "stop" -> bluez.stop();
            case "start" -> bluez.start();
            case "restart" -> {
                bluez.stop();
                bluez.start();
            }
            case "powered" -> bluez.power(flag(body));
            default -> {
                return Answer.UNKNOWN;
            }
        }
        return Answer.DONE;
    }

    private Answer device(Peripheral device, String action, String body, @Nullable String query) {
        return switch (action) {
            case "readings" -> taken(device, Measurements.profile(device, query), Frame.ofHex(body));
            case "measure" -> {
                if (!device.isWorn()) {
                    yield new Answer(409, Map.of("error", "the device is not worn"));
                }
                yield measured(device, json.readTree(body));
            }
            case "repeat" ->
                device.repeatLast() ? Answer.DONE : new Answer(409, Map.of("error", "nobody would get it"));
            default -> change(device, action, body) ? Answer.DONE : Answer.UNKNOWN;
        };
    }

    private static Answer taken(Peripheral device, Profile profile, Frame frame) {
        return new Answer(200, device.record(profile, frame));
    }

    private static Answer measured(Peripheral device, JsonNode values) {
        if (device instanceof GlucoseMeter meter && Measurements.meal(values) != Measurements.MEAL_UNKNOWN) {
            Frame context = Frames.glucoseContext(meter.nextSequence(), Measurements.meal(values));
            return new Answer(200, meter.record(Measurements.encode(meter, values), context));
        }
        return taken(device, device.mainProfile(), Measurements.encode(device, values));
    }

    private static boolean change(Peripheral device, String action, String body) {
        switch (action) {
            case "link-loss" -> device.loseLink();
            case "lose-confirmations" -> device.loseConfirmations(count(body));
            case "fail-pairings" -> device.failPairings(count(body));
            case "near" -> {
                device.near(flag(body));
                if (!device.isNear()) {
                    device.loseLink();
                }
            }
            case "worn" -> device.worn(flag(body));
            case "passkey" -> device.passkey(Passkey.of(body));
            case "forget-bond" -> device.bonded(false);
            case "new-battery" -> {
                if (!(device instanceof GlucoseMeter meter)) {
                    return false;
                }
                meter.beginAnew();
            }
            case "clock-set" -> device.clockSet(flag(body));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean flag(String body) {
        return switch (body) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("the body is true or false");
        };
    }

    private static int count(String body) {
        int count = Integer.parseInt(body);
        if (count < 0 || count > REPEAT_MAX) {
            throw new IllegalArgumentException("a count lies between 0 and " + REPEAT_MAX);
        }
        return count;
    }
}
