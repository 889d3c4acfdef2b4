package org.wuduan.box;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.LiveToHub;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.MeasurementProfile;
import org.wuduan.contract.NamedHousehold;
import org.wuduan.contract.View;
import org.wuduan.contract.Wearables.FoundWearable;
import org.wuduan.contract.Wearables.KnownWearable;
import org.wuduan.contract.Wearables.Pairing;
import org.wuduan.contract.Wearables.PairingState;
import org.wuduan.contract.Wearables.ReportFound;
import org.wuduan.contract.Wearables.ReportPairing;
import org.wuduan.contract.WireJson;

/** The hub's side of a household's wearables: shows a list and a pairing, and hears what the box reports. */
final class FakeWearables {
    final List<ReportFound> found = new CopyOnWriteArrayList<>();
    final List<ReportPairing> progress = new CopyOnWriteArrayList<>();
    private final List<Watching> watching = new CopyOnWriteArrayList<>();
    private volatile List<KnownWearable> known = List.of();
    private volatile @Nullable Pairing pairing;

    private record Watching(ServerWebSocket socket, String stream) {}

    void join(ServerWebSocket socket) {
        socket.textMessageHandler(text -> {
            if (WireJson.mapper().readValue(text, LiveToHub.class) instanceof LiveToHub.Watch watch) {
                var one = new Watching(socket, watch.stream());
                watching.add(one);
                tell(one);
            }
        });
        socket.closeHandler(_ -> watching.removeIf(one -> one.socket().equals(socket)));
    }

    boolean isWatched() {
        return !watching.isEmpty();
    }

    /** The household's list is this now. */
    void lists(String... addresses) {
        known = List.of(addresses).stream()
                .map(address -> new KnownWearable(
                        address, "SimBP", null, List.of(MeasurementProfile.BLOOD_PRESSURE), List.of()))
                .toList();
        watching.forEach(this::tell);
    }

    /** A wearable is being added, and this is how far it is. */
    void shows(@Nullable Pairing now) {
        pairing = now;
        watching.forEach(this::tell);
    }

    static Pairing step(UUID id, PairingState state, int attempt, @Nullable String chosen, @Nullable String answer) {
        List<FoundWearable> none = List.of();
        return new Pairing(id, state, Instant.parse("2026-11-22T03:00:00Z"), attempt, none, chosen, null, answer, null);
    }

    void reported(String path, Buffer body) {
        if (path.endsWith("/found")) {
            found.add(WireJson.mapper().readValue(body.getBytes(), ReportFound.class));
        } else {
            progress.add(WireJson.mapper().readValue(body.getBytes(), ReportPairing.class));
        }
    }

    private void tell(Watching one) {
        var household = new NamedHousehold(UUID.fromString(one.stream().replace("wearables/", "")), "演示一家");
        var view = new View.WearablesView(household, List.of(), known, pairing);
        one.socket()
                .writeTextMessage(
                        WireJson.mapper().writeValueAsString(new LiveToTerminal.ViewFrame(one.stream(), 1, view)));
    }
}
