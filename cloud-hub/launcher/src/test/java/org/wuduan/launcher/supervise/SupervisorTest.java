package org.wuduan.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupervisorTest {

    private static final ProcessSpec DATABASE = ProcessSpec.of("postgres", List.of("postgres"));
    private static final ProcessSpec BRIDGE = ProcessSpec.of("janus-a", List.of("janus"));
    private static final ProcessSpec HUB =
            ProcessSpec.of("hub", List.of("java")).startedAfter("postgres");

    private final FakeMachine machine = new FakeMachine(DATABASE, BRIDGE, HUB);

    @Test
    void a_sibling_starts_only_when_those_it_waits_for_answer() {
        assertThat(machine.history).containsExactly("start postgres", "start janus-a");

        machine.ready("postgres");

        assertThat(machine.history).endsWith("start hub");
    }

    @Test
    void all_are_ready_when_each_has_answered() {
        everyoneIsReady();
        assertThat(machine.supervisor.allReady()).isTrue();

        machine.dies("janus-a");

        assertThat(machine.supervisor.allReady()).isFalse();
    }

    @Test
    void one_that_an_earlier_launcher_left_behind_is_not_started_but_must_answer_soon() {
        var supervisor = new Supervisor(List.of(DATABASE, HUB), Backoff.USUAL);
        supervisor.adopt("postgres", Duration.ZERO);
        supervisor.adopt("hub", Duration.ZERO);

        assertThat(supervisor.tick(Duration.ZERO)).isEmpty();
        supervisor.ready("hub", Duration.ZERO);
        assertThat(supervisor.isReady("hub")).isTrue();

        assertThat(supervisor.tick(Backoff.USUAL.adoptedWithin())).containsExactly(new Step.Kill("postgres"));
    }

    @Test
    void one_that_dies_is_restarted_alone_after_its_wait() {
        everyoneIsReady();
        machine.history.clear();

        machine.dies("janus-a");
        machine.pass(Duration.ofMillis(249));
        assertThat(machine.history).isEmpty();
        machine.pass(Duration.ofMillis(1));

        assertThat(machine.history).containsExactly("start janus-a");
        assertThat(machine.alive).containsExactlyInAnyOrder("postgres", "hub", "janus-a");
    }

    @Test
    void each_death_in_a_row_waits_longer_until_it_has_run_for_a_while() {
        everyoneIsReady();

        machine.dies("janus-a");
        machine.pass(Duration.ofMillis(250));
        machine.dies("janus-a");
        assertThat(machine.nextWait()).contains(Duration.ofMillis(500));

        machine.pass(Duration.ofMillis(500));
        machine.ready("janus-a");
        machine.pass(Backoff.USUAL.stableAfter());
        machine.dies("janus-a");
        assertThat(machine.nextWait()).contains(Duration.ofMillis(250));
    }

    @Test
    void a_hub_that_dies_with_its_database_waits_for_the_database() {
        everyoneIsReady();
        machine.history.clear();

        machine.dies("postgres");
        machine.dies("hub");
        machine.pass(Duration.ofSeconds(1));
        assertThat(machine.history).containsExactly("start postgres");
        machine.ready("postgres");

        assertThat(machine.history).endsWith("start hub");
    }

    @Test
    void one_that_never_answers_and_keeps_dying_is_given_up() {
        for (int death = 0; death < Backoff.USUAL.toldAfter(); death++) {
            machine.dies("postgres");
            machine.pass(Backoff.USUAL.longest());
        }

        assertThat(machine.history).contains("give up postgres").doesNotContain("start hub");
    }

    @Test
    void one_that_was_ready_once_is_restarted_for_ever() {
        everyoneIsReady();

        for (int death = 0; death < 50; death++) {
            machine.dies("hub");
            machine.pass(Backoff.USUAL.longest());
        }

        assertThat(machine.history).doesNotContain("give up hub").endsWith("start hub");
    }

    @Test
    void one_that_keeps_dying_is_told_once_and_again_only_after_it_has_run_for_a_while() {
        everyoneIsReady();

        for (int death = 0; death < 3 * Backoff.USUAL.toldAfter(); death++) {
            machine.dies("hub");
            machine.pass(Backoff.USUAL.longest());
        }
        assertThat(machine.history).containsOnlyOnce("hub died 5 times");

        machine.ready("hub");
        machine.pass(Backoff.USUAL.stableAfter());
        for (int death = 0; death < Backoff.USUAL.toldAfter(); death++) {
            machine.dies("hub");
            machine.pass(Backoff.USUAL.longest());
        }
        assertThat(machine.history.stream().filter("hub died 5 times"::equals)).hasSize(2);
    }

    @Test
    void a_long_start_that_fails_is_no_stable_life_and_the_waits_grow() {
        everyoneIsReady();

        for (int death = 0; death < 3; death++) {
            machine.dies("janus-a");
            machine.pass(Backoff.USUAL.longest());
            machine.pass(Backoff.USUAL.stableAfter().multipliedBy(2));
        }
        machine.dies("janus-a");

        assertThat(machine.nextWait()).contains(Duration.ofSeconds(2));
    }

    @Test
    void a_start_that_never_answers_is_killed_and_tried_again() {
        everyoneIsReady();
        machine.dies("janus-a");
        machine.pass(Duration.ofMillis(250));
        machine.history.clear();

        machine.pass(Backoff.USUAL.startWithin().minusMillis(1));
        assertThat(machine.history).isEmpty();
        machine.pass(Duration.ofMillis(1));
        assertThat(machine.history).containsExactly("kill janus-a");
        machine.dies("janus-a");
        machine.pass(Duration.ofMillis(500));

        assertThat(machine.history).containsExactly("kill janus-a", "start janus-a");
    }

    @Test
    void all_end_in_reverse_order_one_after_another() {
        everyoneIsReady();
        machine.history.clear();

        machine.stop();
        assertThat(machine.history).containsExactly("end hub");
        machine.dies("hub");
        machine.dies("janus-a");
        machine.dies("postgres");

        assertThat(machine.history).containsExactly("end hub", "end janus-a", "end postgres", "all ended");
    }

    @Test
    void one_that_does_not_end_in_time_is_killed() {
        everyoneIsReady();

        machine.stop();
        machine.pass(ProcessSpec.Stop.TERM.within());

        assertThat(machine.history).endsWith("end hub", "kill hub");
    }

    @Test
    void a_late_report_about_an_ended_sibling_starts_nothing() {
        everyoneIsReady();
        machine.stop();
        machine.dies("hub");
        machine.dies("janus-a");
        machine.dies("postgres");
        machine.history.clear();

        machine.dies("hub");
        machine.ready("hub");
        machine.pass(Duration.ofMinutes(1));

        assertThat(machine.history).isEmpty();
    }

    @Test
    void a_circle_or_a_double_name_is_refused() {
        assertThatThrownBy(() -> new Supervisor(List.of(HUB, DATABASE), Backoff.USUAL))
                .hasMessageContaining("does not come before");
        assertThatThrownBy(() -> new Supervisor(List.of(DATABASE, DATABASE), Backoff.USUAL))
                .hasMessageContaining("postgres");
    }

    /** Whatever dies in whatever order: never two of one, no wait over the bound, and a stop ends all. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20_261_122})
    void random_deaths_never_double_a_sibling_and_a_stop_always_ends_all(long seed) {
        var random = new SplittableRandom(seed);
        everyoneIsReady();

        for (int i = 0; i < 2_000; i++) {
            oneRandomThing(random);
            machine.nextWait().ifPresent(wait -> assertThat(wait).isLessThanOrEqualTo(Backoff.USUAL.startWithin()));
        }
        machine.stop();
        for (int i = 0; i < 10 && !machine.alive.isEmpty(); i++) {
            machine.dies(machine.alive.stream().reduce((first, last) -> last).orElseThrow());
        }

        assertThat(machine.alive).isEmpty();
        assertThat(machine.history).endsWith("all ended");
    }

    private void oneRandomThing(SplittableRandom random) {
        if (machine.alive.isEmpty() || random.nextInt(3) == 0) {
            machine.pass(Duration.ofMillis(random.nextInt(8_000)));
            return;
        }
        var name = List.copyOf(machine.alive).get(random.nextInt(machine.alive.size()));
        if (random.nextBoolean()) {
            machine.dies(name);
        } else {
            machine.ready(name);
        }
    }

    private void everyoneIsReady() {
        machine.ready("postgres");
        machine.ready("janus-a");
        machine.ready("hub");
    }
}
