package org.wuduan.hub.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.Adoption;
import org.wuduan.contract.Commands;
import org.wuduan.contract.Opinion;
import org.wuduan.contract.Signing.SignedDocument;
import org.wuduan.contract.Signing.SignedFile;
import org.wuduan.contract.View;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.SigningHand;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.signed.Ed25519Check;
import org.wuduan.signed.SignedChain;

/** Opinions and decisions with their signatures, from the command to the file. */
class SignedOpinionsTest extends HubTest {
    private Town town;
    private UUID consultation;
    private String path;

    @BeforeEach
    void aTalkWithTheCountyDoctor() {
        town = town();
        consultation = town.talk();
        path = Town.path(consultation);
        var invitation = town.invite(consultation);
        Town.done(town.county, path + "/invitations/" + invitation + "/accept", null);
    }

    private UUID submit(HubClient who, String text) {
        var id = UUID.randomUUID();
        Town.done(who, path + "/opinions", new Commands.SubmitOpinion(id, text));
        return id;
    }

    private List<Opinion> seenBy(HubClient who) {
        try (var live = town.live(who)) {
            live.watch("consultation/" + consultation);
            return live.awaitView("consultation/" + consultation, View.ConsultationView.class, _ -> true)
                    .opinions();
        }
    }

    @Test
    void a_doctor_without_a_key_submits_and_nothing_is_said_to_be_signed() {
        var opinion = submit(town.county, "建议住院");

        assertThat(seenBy(town.doctor)).singleElement().matches(one -> one.signature() == null);
        assertThat(town.doctor.get(path + "/signed/" + opinion).statusCode()).isEqualTo(404);
    }

    @Test
    void a_doctor_with_a_key_signs_and_the_others_see_who_and_when() {
        SigningHand.readyFor(town.county, clock);

        var opinion = submit(town.county, "建议住院");

        var signature = Objects.requireNonNull(seenBy(town.doctor).getFirst().signature());
        assertThat(signature.version()).isEqualTo(1);
        var verified = HubClient.read(town.doctor.get(path + "/signed/" + opinion), SignedDocument.class);
        assertThat(verified.complete()).isTrue();
        assertThat(verified.versions())
                .singleElement()
                .matches(one -> one.verdict().holds());
        assertThat(audited(town.doctorId, "opening", "open-signed")).isEqualTo(1);
    }

    @Test
    void a_locked_key_keeps_nothing_of_the_opinion_until_it_is_unlocked() {
        var hand = SigningHand.readyFor(town.county, clock);
        hand.lock();
        var wish = new Commands.SubmitOpinion(UUID.randomUUID(), "建议住院");

        assertThat(HubClient.problem(town.county.post(path + "/opinions", wish)))
                .isEqualTo("signing-key-locked");
        assertThat(seenBy(town.doctor)).isEmpty();

        assertThat(hand.unlock(SigningHand.PIN).statusCode()).isEqualTo(200);
        Town.done(town.county, path + "/opinions", wish);
        assertThat(seenBy(town.doctor)).singleElement().matches(one -> one.signature() != null);
    }

    @Test
    void the_same_command_twice_is_signed_once() {
        SigningHand.readyFor(town.county, clock);
        var wish = new Commands.SubmitOpinion(UUID.randomUUID(), "建议住院");
        var key = UUID.randomUUID();

        town.county.post(path + "/opinions", wish, key);
        town.county.post(path + "/opinions", wish, key);

        assertThat(HubClient.read(town.doctor.get(path + "/signed/" + wish.id()), SignedDocument.class)
                        .versions())
                .hasSize(1);
    }

    @Test
    void an_opinion_with_the_id_of_another_consultations_is_refused() {
        SigningHand.readyFor(town.county, clock);
        var opinion = submit(town.county, "建议住院");
        var other = town();
        SigningHand.readyFor(other.doctor, clock);
        var there = Town.path(other.talk());

        var answer = other.doctor.post(there + "/opinions", new Commands.SubmitOpinion(opinion, "不用住院"));

        assertThat(HubClient.problem(answer)).isEqualTo("invalid-field");
        assertThat(HubClient.read(town.doctor.get(path + "/signed/" + opinion), SignedDocument.class)
                        .versions())
                .hasSize(1);
    }

    @Test
    void a_doctor_without_a_key_gets_nothing_by_the_id_of_what_another_signed() {
        SigningHand.readyFor(town.county, clock);
        var opinion = submit(town.county, "建议住院");
        var other = town();
        var there = Town.path(other.talk());

        var answer = other.doctor.post(there + "/opinions", new Commands.SubmitOpinion(opinion, "不用住院"));

        assertThat(HubClient.problem(answer)).isEqualTo("invalid-field");
        assertThat(other.doctor.get(there + "/signed/" + opinion + "/file").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_case_doctor_decides_signs_it_and_corrects_it_by_another_version() {
        SigningHand.readyFor(town.doctor, clock);
        var opinion = submit(town.county, "建议住院");
        var decision = UUID.randomUUID();
        town.conclude(consultation);

        decide(opinion, new Commands.Decide(decision, Adoption.REJECTED, "家属不同意住院", null));
        decide(opinion, new Commands.Decide(decision, Adoption.PARTLY, "先观察一天", 1));

        var shown = Objects.requireNonNull(seenBy(town.county).getFirst().decision());
        assertThat(shown.version()).isEqualTo(2);
        assertThat(shown.reason()).isEqualTo("先观察一天");
        assertThat(Objects.requireNonNull(shown.signature()).version()).isEqualTo(2);
        assertThat(HubClient.read(town.county.get(path + "/signed/" + decision), SignedDocument.class)
                        .versions())
                .hasSize(2)
                .allMatch(version -> version.verdict().holds());
        assertThat(audited(town.doctorId, "write", "sign-consultation-decision"))
                .isEqualTo(2);
    }

    private void decide(UUID opinion, Commands.Decide wish) {
        Town.done(town.doctor, path + "/opinions/" + opinion + "/decision", wish);
    }

    @Test
    void only_the_case_doctor_decides_and_the_home_sees_nothing_of_it() {
        var opinion = submit(town.county, "建议住院");
        var wish = new Commands.Decide(UUID.randomUUID(), Adoption.ADOPTED, null, null);

        for (var who : List.of(town.county, town.box, town.child)) {
            assertThat(HubClient.problem(who.post(path + "/opinions/" + opinion + "/decision", wish)))
                    .isEqualTo("action-not-allowed");
        }
        assertThat(seenBy(town.child)).isEmpty();
        assertThat(HubClient.problem(town.box.get(path + "/signed/" + opinion))).isEqualTo("action-not-allowed");
    }

    @Test
    void the_file_of_a_signed_opinion_is_verified_without_the_hub() {
        SigningHand.readyFor(town.county, clock);
        var opinion = submit(town.county, "建议住院");

        var answer = town.doctor.get(path + "/signed/" + opinion + "/file");

        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("signed-" + opinion + ".json");
        var judged = new SignedChain(List.of(new Ed25519Check())).judge(HubClient.read(answer, SignedFile.class));
        assertThat(judged).singleElement().matches(one -> one.verdict().holds());
        var payload = judged.getFirst().payload().orElseThrow();
        assertThat(payload.signer().account()).isEqualTo(town.countyId);
        assertThat(payload.text()).contains("建议住院", consultation.toString(), town.patient.toString());
    }

    @Test
    void doctors_who_took_part_can_open_the_signatures_after_the_end() {
        SigningHand.readyFor(town.county, clock);
        var opinion = submit(town.county, "建议住院");
        town.conclude(consultation);

        assertThat(town.county.get(path + "/signed/" + opinion).statusCode()).isEqualTo(200);
        assertThat(town.doctor.get(path + "/signed/" + opinion).statusCode()).isEqualTo(200);
    }
}
