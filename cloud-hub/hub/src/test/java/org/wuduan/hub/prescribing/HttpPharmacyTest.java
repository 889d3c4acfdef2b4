package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuduan.hub.prescribing.SimulatedPharmacy.Trouble;

/** The adapter and the simulator, over their real socket and with a clock that stands still. */
class HttpPharmacyTest implements PharmacyContract {
    private Instant now = Instant.parse("2026-11-29T08:00:00Z");
    private final HttpPharmacy.PharmacyAddress address = new HttpPharmacy.PharmacyAddress("");
    private final InstantSource time = () -> now;
    private final SimulatedPharmacy simulator;
    private final HttpPharmacy http = new HttpPharmacy(address);

    HttpPharmacyTest() throws IOException {
        simulator = new SimulatedPharmacy(time.withZone(ZoneOffset.UTC), address);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Override
    public Pharmacy pharmacy() {
        return http;
    }

    @Override
    public void sendsOut() {
        now = now.plus(Duration.ofSeconds(3));
    }

    @Override
    public void delivers() {
        now = now.plus(Duration.ofSeconds(5));
    }

    @Override
    public void losesAnAnswer() {
        simulator.fails(Trouble.ANSWER_LOST, 1);
    }

    @Test
    void what_was_withdrawn_is_on_the_shelf_again() throws Exception {
        var order = placed();
        assertThat(simulator.stockOf("amlodipine-5")).isEqualByComparingTo("493");

        http.withdraw(order);
        http.withdraw(order);

        assertThat(simulator.stockOf("amlodipine-5")).isEqualByComparingTo(SimulatedPharmacy.FIRST_STOCK);
        assertThat(simulator.takenInAll()).isZero();
    }

    @Test
    void a_simulator_in_trouble_keeps_the_order() throws Exception {
        var order = placed();
        simulator.fails(Trouble.BROKEN, 1);

        assertThatThrownBy(() -> http.withdraw(order)).isInstanceOf(Pharmacy.Away.class);

        simulator.fails(Trouble.REFUSES, 1);
        assertThat(http.withdraw(order)).isEqualTo(new Pharmacy.TooLate(false));
        assertThat(simulator.takenInAll()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            204 | ''
            404 | {}
            """)
    void a_pharmacy_that_gave_it_up_or_never_had_it_has_withdrawn_it(int status, String body) throws Exception {
        assertThat(withdrawnAt(status, body)).isEqualTo(new Pharmacy.Withdrawn());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            409 | {"state":"delivered"} | true
            409 | {"state":"shipped"}   | false
            409 | {"state":"preparing"} | false
            409 | {}                    | false
            409 | ''                    | false
            409 | too late              | false
            """)
    void a_no_is_a_no_whatever_else_stands_in_it(int status, String body, boolean delivered) throws Exception {
        assertThat(withdrawnAt(status, body)).isEqualTo(new Pharmacy.TooLate(delivered));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | <h1>Not Found</h1>
            404 | {"message":"no Route matched"}
            404 | ''
            200 | {}
            202 | {}
            500 | {}
            503 | ''
            """)
    void what_is_no_clear_answer_withdraws_nothing(int status, String body) {
        assertThatThrownBy(() -> withdrawnAt(status, body)).isInstanceOf(Pharmacy.Away.class);
    }

    private UUID placed() throws Pharmacy.Away {
        var order = UUID.randomUUID();
        var item = new Pharmacy.Item("amlodipine-5", new BigDecimal(7));
        http.place(new Pharmacy.Wish(order, UUID.randomUUID(), "00", now.plus(Duration.ofDays(1)), List.of(item)));
        return order;
    }

    /** What the adapter makes of one answer to a DELETE. */
    private static Pharmacy.Withdrawal withdrawnAt(int status, String body) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/orders/", exchange -> {
            try (exchange) {
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                boolean right = exchange.getRequestMethod().equals("DELETE");
                exchange.sendResponseHeaders(right ? status : 405, bytes.length == 0 ? -1 : bytes.length);
                if (bytes.length > 0) {
                    exchange.getResponseBody().write(bytes);
                }
            }
        });
        server.start();
        try {
            var there = "http://127.0.0.1:" + server.getAddress().getPort();
            return new HttpPharmacy(new HttpPharmacy.PharmacyAddress(there)).withdraw(UUID.randomUUID());
        } finally {
            server.stop(0);
        }
    }
}
