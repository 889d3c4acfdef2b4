package org.wuduan.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void waits_double_from_a_quarter_second_to_five_seconds() {
        var waits = IntStream.rangeClosed(1, 7)
                .mapToObj(deaths -> Backoff.USUAL.waitAfter(deaths).toMillis());

        assertThat(waits).containsExactly(250L, 500L, 1000L, 2000L, 4000L, 5000L, 5000L);
    }

    @Test
    void a_wait_stays_bounded_after_any_number_of_deaths() {
        assertThat(Backoff.USUAL.waitAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_longest_wait_shorter_than_the_first_is_refused() {
        var second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new Backoff(second, Duration.ofMillis(1), second, 5, second, second))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
