package org.wuduan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wuduan.hub.fixtures.TestClock;

/** How often somebody may guess. */
class AttemptsTest {
    private final TestClock clock = new TestClock();
    private final Attempts attempts = new Attempts(3, 5, clock);

    @Test
    void at_the_limit_an_address_may_still_try_and_one_past_it_waits_for_the_rest_of_the_window() {
        guess("192.0.2.1", 3);
        clock.pass(Duration.ofMinutes(4));

        assertThat(attempts.begin("192.0.2.1").orElseThrow()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
        assertThat(attempts.begin("192.0.2.2")).isEmpty();
        clock.pass(Duration.ofMinutes(6).plusSeconds(1));
        guess("192.0.2.1", 3);
    }

    @Test
    void all_addresses_together_have_a_limit_of_their_own() {
        guess("192.0.2.1", 2);
        guess("192.0.2.2", 2);
        guess("192.0.2.3", 1);

        assertThat(attempts.begin("192.0.2.4")).isPresent();
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(attempts.begin("192.0.2.4")).isEmpty();
    }

    @Test
    void a_right_attempt_does_not_count() {
        for (int again = 0; again < 20; again++) {
            guess("192.0.2.1", 1);
            attempts.right("192.0.2.1");
        }

        guess("192.0.2.1", 3);
        assertThat(attempts.begin("192.0.2.1")).isPresent();
    }

    @Test
    void addresses_of_one_ipv6_network_count_as_one() {
        guess("2001:db8:1:2::1", 1);
        guess("2001:db8:1:2:3:4:5:6", 2);

        assertThat(attempts.begin("2001:db8:1:2:ffff::")).isPresent();
        assertThat(attempts.begin("2001:db8:1:3::1")).isEmpty();
    }

    @Test
    void guesses_side_by_side_do_not_outrun_the_limit() throws Exception {
        try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Duration>>> begun = IntStream.range(0, 50)
                    .mapToObj(_ -> guessers.submit(() -> attempts.begin("192.0.2.1")))
                    .toList();
            int admitted = 0;
            for (var one : begun) {
                admitted += one.get().isEmpty() ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(3);
        }
    }

    @Test
    void many_addresses_push_out_the_oldest_and_no_more_are_remembered() {
        var generous = new Attempts(1, Attempts.UNBOUNDED, clock);
        for (int address = 0; address < IdentityLimits.ADDRESSES_MAX; address++) {
            assertThat(generous.begin(address(address))).isEmpty();
        }
        assertThat(generous.begin(address(0))).isPresent();

        assertThat(generous.begin(address(IdentityLimits.ADDRESSES_MAX))).isEmpty();
        assertThat(generous.begin(address(0))).isEmpty();
        assertThat(generous.begin(address(IdentityLimits.ADDRESSES_MAX))).isPresent();
    }

    private static String address(int number) {
        return "10." + (number >> 16) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    private void guess(String address, int times) {
        for (int guess = 0; guess < times; guess++) {
            assertThat(attempts.begin(address)).isEmpty();
        }
    }
}
