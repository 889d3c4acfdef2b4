package org.wuduan.launcher.supervise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which sibling starts, restarts and ends when. Time is the time since the launcher began and is handed in;
 * what happened is told by calls; what is to be done is returned. Siblings end one after another in reverse order.
 * Not for use by more than one thread.
 */
public final class Supervisor {

    private sealed interface State {
        record Waiting(Duration due) implements State {}

        record Starting(Duration killAt) implements State {}

        /** Did not answer in time and was killed; its death is still to be reported. */
        record StartFailed() implements State {}

        record Ready(Duration since) implements State {}

        record Ending(Duration killAt) implements State {}

        record Killed() implements State {}

        record Ended() implements State {}
    }

    private static final class Sibling {
        final ProcessSpec spec;
        State state = new State.Waiting(Duration.ZERO);
        int deathsInARow;
        boolean everReady;

        Sibling(ProcessSpec spec) {
            this.spec = spec;
        }
    }

    private final Map<String, Sibling> siblings = new LinkedHashMap<>();
    private final Backoff backoff;
    private boolean stopping;

    /**
     * A supervisor of siblings that nobody has started yet.
     *
     * @param specs in the order in which they start; each may wait only for earlier ones
     */
    public Supervisor(List<ProcessSpec> specs, Backoff backoff) {
        this.backoff = backoff;
        for (var spec : specs) {
            if (!siblings.keySet().containsAll(spec.after())) {
                throw new IllegalArgumentException(spec.name() + " waits for a sibling that does not come before it");
            }
            if (siblings.put(spec.name(), new Sibling(spec)) != null) {
                throw new IllegalArgumentException("two siblings are called " + spec.name());
            }
        }
    }

    /**
     * A sibling that an earlier launcher started and that runs. Call it before the first {@link #tick}. From then on no
     * start is the first one: none that keeps dying ends what was adopted.
     */
    public void adopt(String name, Duration now) {
        sibling(name).state = new State.Starting(now.plus(backoff.adoptedWithin()));
        siblings.values().forEach(each -> each.everReady = true);
    }

    /** What is due now. Call it at the beginning, after every report, and when {@link #nextDue} has come. */
    public List<Step> tick(Duration now) {
        var steps = new ArrayList<Step>();
        for (var sibling : siblings.values()) {
            switch (sibling.state) {
                case State.Waiting(var due)
                when due.compareTo(now) <= 0 && othersAreReady(sibling) -> {
                    sibling.state = new State.Starting(now.plus(backoff.startWithin()));
                    steps.add(new Step.Start(sibling.spec));
                }
                case State.Starting(var killAt)
                when killAt.compareTo(now) <= 0 -> {
                    sibling.state = new State.StartFailed();
                    steps.add(new Step.Kill(sibling.spec.name()));
                }
                case State.Ending(var killAt)
                when killAt.compareTo(now) <= 0 -> {
                    sibling.state = new State.Killed();
                    steps.add(new Step.Kill(sibling.spec.name()));
                }
                case State.Waiting _,
                        State.Starting _,
                        State.StartFailed _,
                        State.Ready _,
                        State.Ending _,
                        State.Killed _,
                        State.Ended _ -> {}
            }
        }
        return steps;
    }

    /** The sibling answers. A report about one that has died or is ending changes nothing. */
    public List<Step> ready(String name, Duration now) {
        var sibling = sibling(name);
        if (sibling.state instanceof State.Starting) {
            sibling.state = new State.Ready(now);
            sibling.everReady = true;
        }
        return tick(now);
    }

    /** The sibling's process has ended, or could not be started. */
    public List<Step> died(String name, Duration now) {
        var sibling = sibling(name);
        return switch (sibling.state) {
            case State.Starting _, State.StartFailed _ -> restart(sibling, false, now);
            case State.Ready(var since) ->
                restart(sibling, now.minus(since).compareTo(backoff.stableAfter()) >= 0, now);
            case State.Ending _, State.Killed _ -> {
                sibling.state = new State.Ended();
                yield endNext(now);
            }
            case State.Waiting _, State.Ended _ -> List.of();
        };
    }

    private List<Step> restart(Sibling sibling, boolean wasStable, Duration now) {
        if (stopping) {
            sibling.state = new State.Ended();
            return tick(now);
        }
        sibling.deathsInARow = wasStable ? 1 : sibling.deathsInARow + 1;
        sibling.state = new State.Waiting(now.plus(backoff.waitAfter(sibling.deathsInARow)));
        if (!sibling.everReady && sibling.deathsInARow >= backoff.toldAfter()) {
            return List.of(new Step.GiveUp(sibling.spec.name()));
        }
        var steps = new ArrayList<Step>();
        if (sibling.deathsInARow == backoff.toldAfter()) {
            steps.add(new Step.TellKeepsDying(sibling.spec.name(), sibling.deathsInARow));
        }
        steps.addAll(tick(now));
        return steps;
    }

    /** End everything, the last started first. Nothing is started any more. */
    public List<Step> stop(Duration now) {
        if (stopping) {
            return List.of();
        }
        stopping = true;
        for (var sibling : siblings.values()) {
            if (sibling.state instanceof State.Waiting) {
                sibling.state = new State.Ended();
            }
        }
        return endNext(now);
    }

    private List<Step> endNext(Duration now) {
        var backwards = new ArrayList<>(siblings.values());
        Collections.reverse(backwards);
        for (var sibling : backwards) {
            switch (sibling.state) {
                case State.Starting _, State.StartFailed _, State.Ready _ -> {
                    sibling.state =
                            new State.Ending(now.plus(sibling.spec.stop().within()));
                    return List.of(new Step.AskToEnd(sibling.spec));
                }
                case State.Ending _, State.Killed _ -> {
                    return List.of();
                }
                case State.Waiting _, State.Ended _ -> {}
            }
        }
        return List.of(new Step.AllEnded());
    }

    /** When {@link #tick} must be called again though nothing was reported. */
    public Optional<Duration> nextDue() {
        return siblings.values().stream()
                .flatMap(sibling -> switch (sibling.state) {
                    case State.Waiting(var due) when othersAreReady(sibling) -> Optional.of(due).stream();
                    case State.Starting(var killAt) -> Optional.of(killAt).stream();
                    case State.Ending(var killAt) -> Optional.of(killAt).stream();
                    case State.Waiting _, State.StartFailed _, State.Ready _, State.Killed _, State.Ended _ ->
                        Optional.<Duration>empty().stream();
                })
                .min(Duration::compareTo);
    }

    public boolean allReady() {
        return siblings.keySet().stream().allMatch(this::isReady);
    }

    public boolean isReady(String name) {
        return sibling(name).state instanceof State.Ready;
    }

    private boolean othersAreReady(Sibling sibling) {
        return sibling.spec.after().stream().allMatch(other -> sibling(other).state instanceof State.Ready);
    }

    private Sibling sibling(String name) {
        var sibling = siblings.get(name);
        if (sibling == null) {
            throw new IllegalArgumentException("no sibling is called " + name);
        }
        return sibling;
    }
}
