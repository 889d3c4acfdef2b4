package org.wuduan.hub.prescribing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.wuduan.contract.PharmacyRefusal;
import org.wuduan.contract.PharmacyState;
import org.wuduan.contract.Prescribed.Money;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.prescribing.HttpPharmacy.OrderAnswer;
import org.wuduan.hub.prescribing.HttpPharmacy.OrderBody;
import tools.jackson.core.JacksonException;

/**
 * A pharmacy that is none: for the demonstration and for tests it has stock, a made-up price, a delivery that takes seconds,
 * and every failure of a real one. It speaks the pharmacy's interface by HTTP on the loopback of this machine.
 */
@Component
@ConditionalOnProperty(name = "hub.pharmacy.simulated", havingValue = "true")
class SimulatedPharmacy {
    /** Pieces of each drug on the first day. */
    static final BigDecimal FIRST_STOCK = new BigDecimal(500);

    /** A made-up price of one piece, in fen. */
    private static final BigDecimal PIECE_FEN = new BigDecimal(50);

    private static final Duration PREPARED_IN = Duration.ofSeconds(3);
    private static final Duration ON_THE_WAY_FOR = Duration.ofSeconds(5);
    private static final int BODY_BYTES_MAX = 64 * 1024;
    private static final int DONE = 204;
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private final Clock clock;
    private final Map<UUID, Taken> taken = new HashMap<>();
    private final Set<UUID> withdrawn = new HashSet<>();
    private final Map<String, BigDecimal> stock = new HashMap<>();
    private @Nullable Trouble trouble;
    private int troubleLeft;
    private Duration preparedIn = PREPARED_IN;

    SimulatedPharmacy(Clock clock, HttpPharmacy.PharmacyAddress address) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/orders/", this::answer);
        server.setExecutor(Runnable::run);
        server.start();
        address.is("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @PreDestroy
    void close() {
        server.stop(0);
    }

    /** What goes wrong on purpose. */
    enum Trouble {
        /** Takes the order or withdraws it, and the answer gets lost. */
        ANSWER_LOST,
        /** Answers with an error. */
        BROKEN,
        /** Refuses every order, and is too late for every withdrawal. */
        REFUSES
    }

    private record Taken(OrderBody body, Money price, Instant at) {
        @Override
        public String toString() {
            return "Taken[‹redacted›]";
        }
    }

    /** The next orders and withdrawals fail like this. */
    synchronized void fails(Trouble how, int times) {
        trouble = how;
        troubleLeft = times;
    }

    /** Nothing leaves it sooner, from now on; null as always. */
    synchronized void preparesFor(@Nullable Duration time) {
        preparedIn = time == null ? PREPARED_IN : time;
    }

    synchronized void stockOf(String drug, BigDecimal pieces) {
        stock.put(drug, pieces);
    }

    /** What is left of a drug. */
    synchronized BigDecimal stockOf(String drug) {
        return stock(drug);
    }

    /** Orders that it took and that were not withdrawn, each once. */
    synchronized int takenInAll() {
        return taken.size();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var said = said(exchange);
            if (said == null) {
                return;
            }
            if (said.status() == DONE) {
                exchange.sendResponseHeaders(DONE, NO_BODY);
                return;
            }
            var bytes = WireJson.mapper().writeValueAsString(said.body()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(said.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private record Said(int status, OrderAnswer body) {}

    private static Said said(int status, @Nullable Money price, @Nullable PharmacyRefusal why) {
        return new Said(status, new OrderAnswer(price, why, null));
    }

    /** Null when the answer gets lost. */
    private synchronized @Nullable Said said(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestMethod();
        var trouble = method.equals("GET") ? null : nextTrouble();
        if (trouble == Trouble.BROKEN) {
            return said(500, null, null);
        }
        try {
            var id = UUID.fromString(exchange.getRequestURI().getPath().substring("/orders/".length()));
            var answer = switch (method) {
                case "PUT" -> place(id, exchange, trouble);
                case "DELETE" -> withdraw(id, trouble);
                default -> state(id);
            };
            return trouble == Trouble.ANSWER_LOST ? null : answer;
        } catch (IllegalArgumentException | JacksonException notUnderstood) {
            return said(400, null, null);
        }
    }

    private @Nullable Trouble nextTrouble() {
        if (troubleLeft == 0) {
            return null;
        }
        troubleLeft--;
        return trouble;
    }

    private Said place(UUID id, HttpExchange exchange, @Nullable Trouble trouble) throws IOException {
        var text = new String(exchange.getRequestBody().readNBytes(BODY_BYTES_MAX), StandardCharsets.UTF_8);
        var body = WireJson.mapper().readValue(text, OrderBody.class);
        var earlier = taken.get(id);
        if (earlier != null) {
            return earlier.body().equals(body)
                    ? said(200, earlier.price(), null)
                    : said(409, null, PharmacyRefusal.DUPLICATE);
        }
        if (trouble == Trouble.REFUSES || withdrawn.contains(id)) {
            return said(409, null, PharmacyRefusal.OTHER);
        }
        if (!clock.instant().isBefore(Instant.parse(body.validUntil()))) {
            return said(409, null, PharmacyRefusal.EXPIRED);
        }
        if (taken.values().stream().anyMatch(one -> one.body().prescription().equals(body.prescription()))) {
            return said(409, null, PharmacyRefusal.DUPLICATE);
        }
        return takeFromStock(id, body);
    }

    private Said takeFromStock(UUID id, OrderBody body) {
        boolean lacking =
                body.items().stream().anyMatch(item -> stock(item.drug()).compareTo(new BigDecimal(item.pieces())) < 0);
        if (lacking) {
            return said(422, null, null);
        }
        var pieces = BigDecimal.ZERO;
        for (var item : body.items()) {
            var wanted = new BigDecimal(item.pieces());
            stock.put(item.drug(), stock(item.drug()).subtract(wanted));
            pieces = pieces.add(wanted);
        }
        var price = new Money(pieces.multiply(PIECE_FEN).intValueExact(), "CNY");
        taken.put(id, new Taken(body, price, clock.instant()));
        return said(201, price, null);
    }

    private BigDecimal stock(String drug) {
        return Objects.requireNonNull(stock.getOrDefault(drug, FIRST_STOCK));
    }

    private Said state(UUID id) {
        var one = taken.get(id);
        if (one == null) {
            return said(404, null, null);
        }
        return new Said(200, new OrderAnswer(one.price(), null, stateOf(one)));
    }

    private PharmacyState stateOf(Taken one) {
        var since = Duration.between(one.at(), clock.instant());
        return since.compareTo(preparedIn.plus(ON_THE_WAY_FOR)) >= 0
                ? PharmacyState.DELIVERED
                : since.compareTo(preparedIn) >= 0 ? PharmacyState.SHIPPED : PharmacyState.PREPARING;
    }

    /** What was never taken is remembered too: the wish for it may still be under way. */
    private Said withdraw(UUID id, @Nullable Trouble trouble) {
        var one = taken.get(id);
        if (one == null) {
            return said(withdrawn.add(id) ? 404 : DONE, null, null);
        }
        var state = trouble == Trouble.REFUSES ? PharmacyState.SHIPPED : stateOf(one);
        if (state != PharmacyState.PREPARING) {
            return new Said(409, new OrderAnswer(null, null, state));
        }
        taken.remove(id);
        withdrawn.add(id);
        one.body()
                .items()
                .forEach(item -> stock.put(item.drug(), stock(item.drug()).add(new BigDecimal(item.pieces()))));
        return said(DONE, null, null);
    }
}
