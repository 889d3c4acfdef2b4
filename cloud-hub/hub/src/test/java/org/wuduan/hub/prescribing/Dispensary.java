package org.wuduan.hub.prescribing;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.AllergyCertainty;
import org.wuduan.contract.AllergySeverity;
import org.wuduan.contract.ClinicalRecord.EntryContent;
import org.wuduan.contract.ClinicalRecord.StateNoAllergies;
import org.wuduan.contract.ClinicalRecord.WriteEntry;
import org.wuduan.contract.Commands;
import org.wuduan.contract.EntryKind;
import org.wuduan.contract.Prescribed.Prescription;
import org.wuduan.contract.Prescribing.OrderMedicines;
import org.wuduan.contract.Prescribing.PrescriptionSheet;
import org.wuduan.contract.Prescribing.ReviewPrescription;
import org.wuduan.contract.Prescribing.SavePrescription;
import org.wuduan.contract.Prescribing.SeenPrescription;
import org.wuduan.contract.PrescriptionState;
import org.wuduan.contract.ReviewDecision;
import org.wuduan.contract.View;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.fixtures.Eventually;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.SigningHand;
import org.wuduan.hub.fixtures.TestClock;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.identity.Accounts;

/** A town with a pharmacist, who like the doctor has a signing key at hand; the patient was asked, and knows of no allergy. */
final class Dispensary {
    private static final AtomicInteger PHARMACISTS = new AtomicInteger();

    final Town town;
    final UUID consultation;
    final UUID pharmacistId;
    final HubClient pharmacist;
    private final SigningHand doctorsHand;
    private final SigningHand pharmacistsHand;
    private final String login;
    private final int port;

    Dispensary(Town town, Accounts accounts, Consortium consortium, TestClock clock, int port) {
        this.town = town;
        this.consultation = town.talk();
        this.port = port;
        login = "apothecary-" + PHARMACISTS.incrementAndGet();
        pharmacistId = accounts.create(login, Town.PASSWORD, ActorKind.PHARMACIST, "药师 " + login);
        consortium.addStaff(
                pharmacistId, consortium.post(town.doctorId).orElseThrow().institution());
        pharmacist = HubClient.person(port, login, Town.PASSWORD);
        doctorsHand = SigningHand.readyFor(town.doctor, clock);
        pharmacistsHand = SigningHand.readyFor(pharmacist, clock);
        done(town.doctor.post(
                "/api/patients/" + town.patient + "/record/no-known-allergies",
                new StateNoAllergies(UUID.randomUUID())));
    }

    String path() {
        return Town.path(consultation) + "/prescriptions";
    }

    HttpResponse<String> save(UUID id, int version, PrescriptionSheet sheet) {
        return town.doctor.post(path(), new SavePrescription(id, version, sheet));
    }

    HttpResponse<String> issue(UUID id, int version) {
        return town.doctor.post(path() + "/" + id + "/issue", new SeenPrescription(version));
    }

    /** Written and signed; its version is 2. */
    UUID issued(PrescriptionSheet sheet) {
        var id = UUID.randomUUID();
        done(save(id, 0, sheet));
        done(issue(id, 1));
        return id;
    }

    HttpResponse<String> review(UUID id, int version, ReviewDecision decision, @Nullable String reason) {
        return pharmacist.post("/api/prescription-reviews/" + id, new ReviewPrescription(version, decision, reason));
    }

    /** Signed and approved. */
    UUID approved(PrescriptionSheet sheet) {
        var id = issued(sheet);
        done(review(id, 2, ReviewDecision.APPROVED, null));
        return id;
    }

    /** The doctor writes an allergy into the record. */
    HttpResponse<String> tells(String substance) {
        var allergy =
                new EntryContent(substance, null, "皮疹", AllergySeverity.SEVERE, AllergyCertainty.CONFIRMED, null, null);
        return town.doctor.post(
                "/api/patients/" + town.patient + "/record/entries",
                new WriteEntry(UUID.randomUUID(), EntryKind.ALLERGY, allergy));
    }

    /** The doctor writes something into the record in words alone. */
    HttpResponse<String> notes(EntryKind kind, String text) {
        return town.doctor.post(
                "/api/patients/" + town.patient + "/record/entries",
                new WriteEntry(UUID.randomUUID(), kind, new EntryContent(text, null, null, null, null, null, null)));
    }

    HttpResponse<String> order(HubClient who, UUID id) {
        return who.post(
                "/api/patients/" + town.patient + "/prescriptions/" + id + "/order",
                new OrderMedicines(UUID.randomUUID()));
    }

    /** The doctor, whose session is over by now. */
    HubClient doctorAgain() {
        return HubClient.person(port, new Commands.SignIn(town.login("doctor"), Town.PASSWORD), doctorsHand.app());
    }

    /** What waits for the pharmacist, who signs in for it. */
    List<Prescription> waiting() {
        var again = HubClient.person(port, new Commands.SignIn(login, Town.PASSWORD), pharmacistsHand.app());
        try (var live = town.live(again)) {
            live.watch("inbox");
            return live.awaitView("inbox", View.PharmacistInbox.class, _ -> true)
                    .waiting();
        }
    }

    /** Signed, approved, ordered and brought to the home; the clock goes on with the waiting. */
    UUID delivered(PrescriptionSheet sheet, PharmacyOrders orders, TestClock clock) {
        var id = approved(sheet);
        done(order(town.child, id));
        Eventually.holds("it is delivered", () -> {
            clock.pass(Duration.ofSeconds(1));
            return orders.isDelivered(id);
        });
        awaited(id, PrescriptionState.DISPENSED);
        return id;
    }

    /** As the doctor sees it, once it is in this state. */
    Prescription awaited(UUID id, PrescriptionState state) {
        try (var live = town.live(town.doctor)) {
            live.watch("prescriptions/" + consultation);
            return live
                    .awaitView(
                            "prescriptions/" + consultation,
                            View.PrescriptionsView.class,
                            view -> view.prescriptions().stream()
                                    .anyMatch(one -> one.id().equals(id) && one.state() == state))
                    .prescriptions()
                    .stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static void done(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.uri() + " was refused: " + answer.body());
        }
    }
}
