package org.wuduan.hub.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.wuduan.contract.View.ConsultationView;

/** One seeded course of events: what happens, in which order, and what breaks. The same seed does the same again. */
final class Schedule {
    /** Small steps of one schedule: a message delivered, a click, a fault. */
    static final int STEPS = 90;

    /** A statement of the hub's that may be the last before the database goes away. */
    private static final int STATEMENTS_MAX = 25;

    private static final int SECONDS_MAX = 40;

    private final World world;
    private final SplittableRandom random;
    private final List<String> told = new ArrayList<>();
    /** Else most schedules would be over before there is anything to break. */
    private final boolean mayEndEarly;

    private final boolean beginsInTheTalk;

    /** Something that may happen now. */
    private record Chance(String name, int weight, Runnable what) {}

    Schedule(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
        this.mayEndEarly = random.nextInt(6) == 0;
        this.beginsInTheTalk = random.nextInt(4) > 0;
    }

    /** What happened, one line a step. */
    List<String> story() {
        return List.copyOf(told);
    }

    void play() {
        world.request();
        world.eachPage(world::connect);
        if (beginsInTheTalk) {
            new Quiet(world).leadsToTheTalk();
        }
        for (int step = 0; step < STEPS; step++) {
            var chances = chances();
            int pick = random.nextInt(chances.stream().mapToInt(Chance::weight).sum());
            for (var chance : chances) {
                pick -= chance.weight();
                if (pick < 0) {
                    told.add(chance.name());
                    chance.what().run();
                    break;
                }
            }
        }
    }

    private List<Chance> chances() {
        var chances = new ArrayList<Chance>();
        world.pages.forEach(page -> pageChances(page, chances));
        world.lines.forEach(line -> {
            if (line.cut) {
                chances.add(new Chance("hub notices " + line.name(), 4, () -> world.hubNotices(line)));
            } else {
                if (!line.toHub.isEmpty()) {
                    chances.add(new Chance(
                            line.toHub.element().getClass().getSimpleName() + " of " + line.name(),
                            12,
                            () -> world.deliverToHub(line)));
                }
                if (line.viewDue) {
                    chances.add(new Chance("view for " + line.name(), 10, () -> world.pushView(line)));
                }
            }
        });
        requestChances(chances);
        if (!world.machine.background.isEmpty()) {
            chances.add(new Chance("background", 10, world::runOneInBackground));
        }
        faults(chances);
        return chances;
    }

    private void pageChances(Page page, List<Chance> chances) {
        var line = page.line;
        if (page.off) {
            chances.add(new Chance(page.name + " is on again", 1, () -> page.off = false));
            return;
        }
        chances.add(new Chance(page.name + " is switched off", 1, () -> world.switchOff(page)));
        if (line == null) {
            chances.add(new Chance("connect " + page.name, 8, () -> world.connect(page)));
            return;
        }
        if (!line.toPage.isEmpty()) {
            chances.add(new Chance(
                    line.toPage.element().getClass().getSimpleName() + " to " + page.name,
                    14,
                    () -> world.deliverToPage(page)));
        }
        chances.add(new Chance("cut " + page.name, 1, () -> world.cut(page)));
        if (page.sendsMedia()) {
            chances.add(new Chance("media of " + page.name + " fails", 1, () -> breakMedia(page)));
        }
        if (page.superseded) {
            chances.add(new Chance("click " + page.name, 2, page::clicked));
        }
        if (page.view == null) {
            chances.add(new Chance("look again " + page.name, 2, () -> line.viewDue = true));
        } else {
            page.view.actions().stream()
                    .filter(Schedule::isPlayed)
                    .filter(action -> mayEndEarly || !ends(action))
                    .forEach(action -> chances.add(
                            new Chance(page.name + " " + action, weight(action), () -> world.act(page, action))));
        }
    }

    private void breakMedia(Page page) {
        world.guarded(() -> world.breakMedia(page));
    }

    /** Not what the home says after the end: nothing of call or consultation hangs on it. */
    private static boolean isPlayed(ConsultationView.Action action) {
        return action != ConsultationView.Action.CONFIRM_UNDERSTANDING;
    }

    private static boolean ends(ConsultationView.Action action) {
        return switch (action) {
            case CANCEL, CONCLUDE, WITHDRAW_CONSENT -> true;
            default -> false;
        };
    }

    /** What leads on is likelier than what ends it. */
    private static int weight(ConsultationView.Action action) {
        return switch (action) {
            case ACCEPT, ANSWER, CONSENT, RING -> 10;
            case INVITE, ACCEPT_INVITATION -> 8;
            case JOIN -> 4;
            case LEAVE, SUBMIT_OPINION, DECIDE, DECLINE_INVITATION, WITHDRAW_INVITATION, INCONVENIENT, WITHDRAW_RING ->
                1;
            case CONCLUDE, CANCEL, WITHDRAW_CONSENT, CONFIRM_UNDERSTANDING -> 1;
        };
    }

    private void requestChances(List<Chance> chances) {
        requests().forEach(request -> {
            if (request.underWay > 0) {
                chances.add(new Chance("command " + request.wish.name(), 10, () -> world.deliver(request)));
                chances.add(new Chance("lose " + request.wish.name(), 1, () -> request.underWay--));
            }
            if (world.answers.containsKey(request)) {
                chances.add(new Chance("answer " + request.wish.name(), 8, () -> world.deliverAnswer(request)));
                chances.add(new Chance("lose answer", 2, () -> world.answers.remove(request)));
            }
            if (!request.answered() && request.underWay < 2) {
                chances.add(new Chance("again " + request.wish.name(), 1, () -> request.underWay++));
            }
        });
    }

    private Stream<Request> requests() {
        return world.pages.stream().flatMap(page -> page.requests.stream());
    }

    private void faults(List<Chance> chances) {
        chances.add(new Chance("time passes", 3, this::timePasses));
        chances.add(new Chance("tick", 4, world::tick));
        chances.add(new Chance("hub crashes", 1, world::crash));
        chances.add(new Chance("bridge dies", 1, () -> bridge().die()));
        chances.add(new Chance("bridge hangs", 1, () -> bridge().hang()));
        chances.add(new Chance("bridges are back", 3, this::bridgesAreBack));
        chances.add(new Chance("a bridge is drained", 1, this::drain));
        chances.add(new Chance("bridges are in use", 1, () -> world.guarded(world::useAllBridges)));
        if (world.machine.database.isAway()) {
            chances.add(new Chance("database is back", 12, world.machine.database::mend));
        } else {
            chances.add(new Chance("database will go", 2, this::cutDatabase));
        }
    }

    private void timePasses() {
        world.machine.clock.pass(Duration.ofSeconds(1 + random.nextInt(SECONDS_MAX)));
        world.tick();
    }

    private void cutDatabase() {
        world.machine.database.cutAfter(random.nextInt(STATEMENTS_MAX), random.nextBoolean());
    }

    private org.wuduan.bridge.fake.FakeBridge bridge() {
        return world.bridges().get(random.nextInt(2));
    }

    private void drain() {
        var bridge = World.BRIDGES.get(random.nextInt(World.BRIDGES.size()));
        boolean moveCalls = random.nextBoolean();
        world.guarded(() -> world.machine.call.drain(bridge, moveCalls));
    }

    private void bridgesAreBack() {
        world.bridges().forEach(bridge -> {
            if (!bridge.isUp()) {
                bridge.comeBack();
            }
        });
    }
}
