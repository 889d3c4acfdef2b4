package org.wuduan.hub.call;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Call;
import org.wuduan.contract.LiveToHub;
import org.wuduan.contract.LiveToTerminal;
import org.wuduan.contract.Presence;
import org.wuduan.contract.SeatRole;
import org.wuduan.contract.View;
import org.wuduan.hub.fixtures.LiveClient;
import org.wuduan.hub.fixtures.Town;

/** A live consultation of a town, and what its terminals do with its call. */
final class Talk implements AutoCloseable {
    private static final String SDP = "v=0\r\nm=audio 9 UDP 0\r\nm=video 9 UDP 0\r\n";

    final Town town;
    final UUID consultation;
    /** Watches the consultation as the doctor does. */
    final LiveClient doctor;

    Talk(Town town) {
        this.town = town;
        this.consultation = town.talk();
        this.doctor = town.live(town.doctor);
        doctor.watch(stream());
        awaitCall(call -> call.seats().size() == 3);
    }

    String stream() {
        return "consultation/" + consultation;
    }

    /** Waits until the doctor's view of the call is as described. */
    Call awaitCall(java.util.function.Predicate<Call> asDescribed) {
        var view = doctor.awaitNewest(
                stream(), View.ConsultationView.class, one -> one.call() != null && asDescribed.test(one.call()));
        return java.util.Objects.requireNonNull(view.call());
    }

    Call awaitPresence(SeatRole role, Presence presence) {
        return awaitCall(
                call -> call.seats().stream().anyMatch(seat -> seat.role() == role && seat.presence() == presence));
    }

    UUID call() {
        return awaitCall(_ -> true).id();
    }

    LiveToTerminal.SeatClaimed claim(LiveClient client, LiveToHub.ClaimSeat.@Nullable RunningMedia running) {
        return claimed(client, new LiveToHub.ClaimSeat(client.nextId(), call(), null, running));
    }

    /** Joins the consultation and takes the seat in one message. */
    LiveToTerminal.SeatClaimed joinAndClaim(LiveClient client) {
        return claimed(client, new LiveToHub.ClaimSeat(client.nextId(), call(), true, null));
    }

    private static LiveToTerminal.SeatClaimed claimed(LiveClient client, LiveToHub.ClaimSeat claim) {
        client.send(claim);
        return client.await(
                LiveToTerminal.SeatClaimed.class, claimed -> claimed.ref().equals(claim.id()));
    }

    /** Tries to take a seat, joining first or not, and says why it was refused. */
    String refusedClaim(LiveClient client, boolean joining) {
        var id = client.nextId();
        client.send(new LiveToHub.ClaimSeat(id, call(), joining ? true : null, null));
        return refused(client, id);
    }

    void publish(LiveClient client, int epoch, int generation) {
        var id = offerMedia(client, epoch, generation);
        client.await(
                LiveToTerminal.Published.class, published -> published.ref().equals(id));
    }

    /** Tries to publish and says why it was refused. */
    String refusedPublish(LiveClient client, int epoch, int generation) {
        return refused(client, offerMedia(client, epoch, generation));
    }

    private static String refused(LiveClient client, String id) {
        return client.await(LiveToTerminal.Refused.class, refused -> id.equals(refused.ref()))
                .problem()
                .type()
                .replace("urn:wuduan:problem:", "");
    }

    private String offerMedia(LiveClient client, int epoch, int generation) {
        var id = client.nextId();
        client.send(new LiveToHub.Publish(id, call(), epoch, generation, SDP));
        return id;
    }

    @Override
    public void close() {
        doctor.close();
        town.conclude(consultation);
    }
}
