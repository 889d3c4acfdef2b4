package org.wuduan.box;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Reading;
import org.wuduan.contract.Wearables.FoundWearable;
import org.wuduan.contract.Wearables.Pairing;
import org.wuduan.contract.Wearables.PairingFailure;
import org.wuduan.contract.Wearables.PairingState;
import org.wuduan.contract.Wearables.ReportFound;
import org.wuduan.contract.Wearables.ReportPairing;
import org.wuduan.wearables.PairingDialog;
import org.wuduan.wearables.PairingOutcome;
import org.wuduan.wearables.Radio;
import org.wuduan.wearables.RadioEvent.WearableFound;
import org.wuduan.wearables.gatt.Profile;

/**
 * Adding a wearable, as far as it happens here: searches while the hub says so, bonds with the chosen one, asks for codes and
 * tells the hub how far it has come. What is shown and decided is the hub's; a box that starts anew goes on where the hub is.
 */
final class PairingDesk {
    /** As the contract allows. */
    static final int FOUND_MAX = 16;

    /** A person reads and types within this time, as long as BlueZ waits. */
    private static final long ANSWER_SECONDS = 55;

    private static final String SAME = "yes";

    private final Radio radio;
    private final Reports reports;
    private final EventLog log;
    private final Map<String, FoundWearable> found = new LinkedHashMap<>();
    private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private List<FoundWearable> told = List.of();
    private @Nullable Pairing now;
    private @Nullable Attempt running;
    private boolean measuredTold;

    /** Tells the hub; may fail, and then has told nothing. Called on threads that may wait. */
    interface Reports {
        void found(ReportFound report);

        void progress(ReportPairing report);
    }

    private record Attempt(UUID pairing, int number, Thread thread) {
        boolean isFor(Pairing one) {
            return pairing.equals(one.id()) && number == one.attempt();
        }
    }

    PairingDesk(Radio radio, Reports reports, EventLog log) {
        this.radio = radio;
        this.reports = reports;
        this.log = log;
    }

    /**
     * The hub says how far it is; null when nothing is being added. The radio is asked outside the lock: it may be telling
     * this desk something at the same moment, and each would wait for the other. Called on one thread.
     */
    void became(@Nullable Pairing next) {
        synchronized (this) {
            Pairing before = now;
            now = next;
            if (before == null || next == null || !before.id().equals(next.id())) {
                found.clear();
                told = List.of();
                measuredTold = false;
                stopAttempt();
            }
        }
        radio.search(next != null && (next.state() == PairingState.SEARCHING || next.state() == PairingState.FAILED));
        synchronized (this) {
            if (next != null && next.equals(now)) {
                follow(next);
            }
        }
    }

    private void follow(Pairing next) {
        switch (next.state()) {
            case PAIRING -> {
                if (next.answer() != null && isRunning(next)) {
                    answers.add(next.answer());
                } else if (!isRunning(next)) {
                    attempt(next);
                }
            }
            case TYPE_CODE, SHOW_CODE, COMPARE_CODE -> {
                if (!isRunning(next)) {
                    attempt(next);
                }
            }
            case SEARCHING, FAILED, PAIRED, ADDED, MEASURED -> {}
        }
    }

    private boolean isRunning(Pairing one) {
        return running != null && running.isFor(one) && running.thread().isAlive();
    }

    private void stopAttempt() {
        if (running != null) {
            running.thread().interrupt();
            running = null;
        }
    }

    private void attempt(Pairing wanted) {
        String address = wanted.chosen();
        if (address == null) {
            return;
        }
        stopAttempt();
        answers.clear();
        running = new Attempt(
                wanted.id(),
                wanted.attempt(),
                Thread.ofVirtual().name("pairing").start(() -> pair(wanted, address)));
    }

    private void pair(Pairing wanted, String address) {
        try {
            PairingOutcome outcome = radio.pair(address, new Questions(wanted));
            log.event("wearable.paired", "outcome", outcome);
            switch (outcome) {
                case PAIRED -> tell(wanted, PairingState.PAIRED, null, null);
                case OUT_OF_REACH -> failed(wanted, PairingFailure.OUT_OF_REACH);
                case REFUSED -> failed(wanted, PairingFailure.REFUSED);
                case TIMED_OUT -> failed(wanted, PairingFailure.TIMED_OUT);
                case NOT_SUPPORTED -> failed(wanted, PairingFailure.NOT_SUPPORTED);
            }
        } catch (InterruptedException e) {
            log.event("wearable.pairing-given-up");
        }
    }

    private void failed(Pairing wanted, PairingFailure why) {
        tell(wanted, PairingState.FAILED, null, why);
    }

    private void tell(Pairing wanted, PairingState state, @Nullable String code, @Nullable PairingFailure failure) {
        reports.progress(new ReportPairing(wanted.id(), wanted.attempt(), state, code, failure));
    }

    /** What the device wants to know, asked on the screens through the hub. */
    private final class Questions implements PairingDialog {
        private final Pairing wanted;

        Questions(Pairing wanted) {
            this.wanted = wanted;
        }

        @Override
        public void show(String code) {
            tell(wanted, PairingState.SHOW_CODE, code, null);
        }

        @Override
        public boolean confirm(String code) {
            tell(wanted, PairingState.COMPARE_CODE, code, null);
            return answer().filter(SAME::equals).isPresent();
        }

        @Override
        public Optional<String> enter() {
            tell(wanted, PairingState.TYPE_CODE, null, null);
            return answer();
        }

        private Optional<String> answer() {
            try {
                return Optional.ofNullable(answers.poll(ANSWER_SECONDS, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    /** The radio has heard a wearable that is on no list. */
    synchronized void found(WearableFound heard) {
        String address = heard.wearable().address();
        if (now != null && (found.containsKey(address) || found.size() < FOUND_MAX)) {
            found.put(
                    address,
                    new FoundWearable(
                            address,
                            heard.wearable().model(),
                            heard.profiles().stream()
                                    .sorted(Profile::compareTo)
                                    .map(Readings::profile)
                                    .toList(),
                            heard.signal()));
        }
    }

    /** Tells what was found since the last time; called every second on a thread that may wait. */
    void tellFound() {
        ReportFound report;
        synchronized (this) {
            List<FoundWearable> all = new ArrayList<>(found.values());
            if (now == null || all.equals(told)) {
                return;
            }
            told = all;
            report = new ReportFound(now.id(), all);
        }
        reports.found(report);
    }

    /** A measurement is safe: perhaps the first of the one that was just added. */
    synchronized void saved(Reading reading) {
        Pairing added = now;
        if (added == null || added.state() != PairingState.ADDED || measuredTold) {
            return;
        }
        if (reading.device().address().equals(added.chosen())) {
            measuredTold = true;
            Thread.ofVirtual().start(() -> tell(added, PairingState.MEASURED, null, null));
        }
    }

    synchronized void close() {
        stopAttempt();
    }
}
