package org.wuduan.wearables.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wuduan.wearables.PairingDialog;
import org.wuduan.wearables.PairingOutcome;
import org.wuduan.wearables.Radio;
import org.wuduan.wearables.RadioEvent;
import org.wuduan.wearables.RadioEvent.PairingFailed;
import org.wuduan.wearables.RadioEvent.RadioBack;
import org.wuduan.wearables.RadioEvent.RadioUnavailable;
import org.wuduan.wearables.RadioEvent.Reason;
import org.wuduan.wearables.RadioEvent.ValueReceived;
import org.wuduan.wearables.RadioEvent.WearableConnected;
import org.wuduan.wearables.RadioEvent.WearableFound;
import org.wuduan.wearables.RadioEvent.WearableLost;
import org.wuduan.wearables.RadioEvent.WearableSeen;
import org.wuduan.wearables.RadioListener;
import org.wuduan.wearables.Wearable;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.gatt.Profile;

/**
 * A radio that a test conducts: what the test says happens at once, and the listener is called on the test's thread.
 * Wearables near before {@link #start} are seen and connected at the start.
 */
public final class FakeRadio implements Radio {
    /** In dBm, of everything that is near. */
    private static final int SIGNAL = -55;

    private final Set<Wearable> near = new LinkedHashSet<>();
    private final Set<Wearable> seen = new LinkedHashSet<>();
    private final Set<Wearable> connected = new LinkedHashSet<>();
    private final Map<String, Integer> kept = new HashMap<>();
    private Set<String> admitted = Set.of();
    private boolean searching;
    private Function<PairingDialog, PairingOutcome> pairing = dialog -> PairingOutcome.PAIRED;
    private @Nullable Reason unavailable;
    private @Nullable RadioListener listener;
    private boolean started;
    private final List<RuntimeException> listenerFailures = new ArrayList<>();

    private final boolean open;

    /** Connects what it is told to, as every radio. */
    public FakeRadio() {
        this(false);
    }

    private FakeRadio(boolean open) {
        this.open = open;
    }

    /** Connects whatever is near, for tests that are not about who is admitted. */
    public static FakeRadio openHouse() {
        return new FakeRadio(true);
    }

    @Override
    public synchronized void start(RadioListener listener) {
        if (started) {
            throw new IllegalStateException("a radio is started once");
        }
        started = true;
        this.listener = listener;
        if (unavailable == null) {
            available();
        } else {
            tell(new RadioUnavailable(unavailable));
        }
    }

    @Override
    public synchronized void stop() {
        started = true;
        listener = null;
        connected.clear();
    }

    @Override
    public synchronized void admit(Set<String> addresses) {
        if (addresses.size() > ADMITTED_MAX) {
            throw new IllegalArgumentException("too many are admitted");
        }
        admitted = Set.copyOf(addresses);
        List.copyOf(connected).stream()
                .filter(wearable -> !isAdmitted(wearable))
                .forEach(wearable -> {
                    connected.remove(wearable);
                    seen.remove(wearable);
                    tell(new WearableLost(wearable));
                });
        if (unavailable == null) {
            near.forEach(this::connect);
        }
    }

    private boolean isAdmitted(Wearable wearable) {
        return open || admitted.contains(wearable.address());
    }

    /** What it was told to connect. */
    public synchronized Set<String> admitted() {
        return admitted;
    }

    @Override
    public synchronized void search(boolean on) {
        searching = on;
        if (on) {
            near.forEach(this::find);
        }
    }

    /** Whether it was told to search. */
    public synchronized boolean isSearching() {
        return searching;
    }

    private void find(Wearable wearable) {
        if (listener != null && unavailable == null && searching && !isAdmitted(wearable)) {
            tell(new WearableFound(wearable, Set.of(Profile.BLOOD_PRESSURE), SIGNAL));
        }
    }

    /** How the next bonds go; the test may use the dialog. */
    public synchronized void pairs(Function<PairingDialog, PairingOutcome> how) {
        pairing = how;
    }

    @Override
    public PairingOutcome pair(String address, PairingDialog dialog) {
        Function<PairingDialog, PairingOutcome> how;
        synchronized (this) {
            if (near.stream().noneMatch(wearable -> wearable.address().equals(address))) {
                return PairingOutcome.OUT_OF_REACH;
            }
            how = pairing;
        }
        return how.apply(dialog);
    }

    @Override
    public synchronized void kept(String address, int sequence) {
        kept.put(address, sequence);
    }

    /** The newest kept record of each device that it was told of. */
    public synchronized Map<String, Integer> keptRecords() {
        return Map.copyOf(kept);
    }

    /** The wearable comes near: seen and connected if it is admitted, found if the radio searches. */
    public synchronized void comesNear(Wearable wearable) {
        near.add(wearable);
        if (listener != null && unavailable == null) {
            connect(wearable);
            find(wearable);
        }
    }

    /**
     * The wearable sends a value.
     *
     * @throws IllegalStateException when it is not connected
     */
    public synchronized void sends(Wearable wearable, Profile profile, Frame frame) {
        sendsTogether(wearable, profile, List.of(frame));
    }

    /**
     * The wearable sends values so quickly that they are heard together.
     *
     * @throws IllegalStateException when it is not connected
     * @throws IllegalArgumentException when there are more than are ever told without a pause
     */
    public synchronized void sendsTogether(Wearable wearable, Profile profile, List<Frame> frames) {
        if (!connected.contains(wearable)) {
            throw new IllegalStateException("only a connected wearable sends");
        }
        if (frames.size() > RadioListener.TOGETHER_MAX) {
            throw new IllegalArgumentException("too many to be told together");
        }
        frames.forEach(frame -> hear(new ValueReceived(wearable, profile, frame)));
        pause();
    }

    /** Whether the wearable is connected at the moment. */
    public synchronized boolean isConnected(Wearable wearable) {
        return connected.contains(wearable);
    }

    /** The link breaks and stays broken until the wearable comes near again. */
    public synchronized void goesAway(Wearable wearable) {
        near.remove(wearable);
        if (connected.remove(wearable)) {
            tell(new WearableLost(wearable));
        }
    }

    /** The wearable refuses the bond. */
    public synchronized void refusesBond(Wearable wearable) {
        tell(new PairingFailed(wearable));
    }

    /** The radio fails. */
    public synchronized void becomesUnavailable(Reason reason) {
        unavailable = reason;
        connected.forEach(wearable -> tell(new WearableLost(wearable)));
        connected.clear();
        tell(new RadioUnavailable(reason));
    }

    /** The radio works again, and connects what is near. */
    public synchronized void comesBack() {
        unavailable = null;
        available();
    }

    /** What the listener threw; the radio went on, as the port says. */
    public synchronized List<RuntimeException> listenerFailures() {
        return List.copyOf(listenerFailures);
    }

    private void available() {
        seen.clear();
        tell(new RadioBack());
        near.forEach(this::connect);
    }

    private void connect(Wearable wearable) {
        if (listener == null || !isAdmitted(wearable)) {
            return;
        }
        if (seen.add(wearable)) {
            tell(new WearableSeen(wearable));
        }
        if (connected.add(wearable)) {
            tell(new WearableConnected(wearable));
        }
    }

    private void tell(RadioEvent event) {
        hear(event);
        pause();
    }

    private void hear(RadioEvent event) {
        guarded(to -> to.accept(event));
    }

    private void pause() {
        guarded(RadioListener::paused);
    }

    private void guarded(Consumer<RadioListener> call) {
        RadioListener to = listener;
        if (to == null) {
            return;
        }
        try {
            call.accept(to);
        } catch (RuntimeException e) {
            listenerFailures.add(e);
        }
    }
}
