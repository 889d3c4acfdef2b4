package org.wuduan.launcher.supervise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A machine of processes that live, die and answer when the test says so, on a clock of its own. */
final class FakeMachine {

    final Supervisor supervisor;
    final Set<String> alive = new LinkedHashSet<>();
    final List<String> history = new ArrayList<>();
    Duration now = Duration.ZERO;

    FakeMachine(ProcessSpec... specs) {
        supervisor = new Supervisor(List.of(specs), Backoff.USUAL);
        obey(supervisor.tick(now));
    }

    void ready(String name) {
        obey(supervisor.ready(name, now));
    }

    void dies(String name) {
        alive.remove(name);
        obey(supervisor.died(name, now));
    }

    void stop() {
        obey(supervisor.stop(now));
    }

    void pass(Duration time) {
        now = now.plus(time);
        obey(supervisor.tick(now));
    }

    Optional<Duration> nextWait() {
        return supervisor.nextDue().map(due -> due.minus(now));
    }

    private void obey(List<Step> steps) {
        for (var step : steps) {
            history.add(
                    switch (step) {
                        case Step.Start(var spec) -> started(spec.name());
                        case Step.AskToEnd(var spec) -> "end " + spec.name();
                        case Step.Kill(var name) -> "kill " + name;
                        case Step.TellKeepsDying(var name, var deaths) -> name + " died " + deaths + " times";
                        case Step.GiveUp(var name) -> "give up " + name;
                        case Step.AllEnded() -> "all ended";
                    });
        }
    }

    private String started(String name) {
        if (!alive.add(name)) {
            throw new AssertionError(name + " was started while it runs");
        }
        return "start " + name;
    }
}
