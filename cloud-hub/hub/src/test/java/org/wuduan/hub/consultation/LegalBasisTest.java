package org.wuduan.hub.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.ChosenBasis;
import org.wuduan.contract.Commands;
import org.wuduan.contract.LegalBasisKind;
import org.wuduan.contract.Problem;
import org.wuduan.contract.RemoteInvitation;
import org.wuduan.contract.Rules.BasisForm;
import org.wuduan.contract.View;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;

/** The gate on the wire: refusals that name rule, source and what is missing, and what is kept of what was met. */
class LegalBasisTest extends HubTest {
    private static final RemoteInvitation BLANK = new RemoteInvitation(" ", " ", " ", " ", " ", " ");

    @Test
    void a_refusal_names_rule_source_and_what_is_missing_and_changes_nothing() {
        var town = town();
        var id = town.request();
        var first = new ChosenBasis(LegalBasisKind.FIRST_VISIT, null, null, null, null, null, null, null, null);

        var answer = town.doctor.post(Town.path(id) + "/accept", new Commands.Accept(first));

        assertThat(answer.statusCode()).isEqualTo(422);
        var problem = HubClient.read(answer, Problem.class);
        assertThat(problem.type()).isEqualTo("urn:wuduan:problem:rule-not-met");
        assertThat(problem.rule()).isEqualTo("no-first-visit");
        assertThat(problem.source()).contains("第十六条");
        assertThat(problem.missing()).containsExactly("earlier-visit");
        assertThat(state(id)).isEqualTo("waiting");
    }

    @Test
    void what_was_met_is_kept_shown_to_doctors_and_offered_for_the_next_request() {
        var town = town();
        var id = town.talk();
        try (var live = town.live(town.doctor)) {
            live.watch("consultation/" + id);
            var view = live.awaitView("consultation/" + id, View.ConsultationView.class, one -> true);
            var basis = Objects.requireNonNull(view.legalBasis());
            assertThat(basis.evidence()).isEqualTo("县医院 · 2026-01-08 · 高血压 · 门诊病历");
            assertThat(basis.rules()).containsExactly("follow-up-evidence@1", "doctor-years@1", "doctor-consent@1");
        }
        town.conclude(id);

        var next = town.request();
        var form = HubClient.read(town.doctor.get(Town.path(next) + "/basis-form"), BasisForm.class);

        assertThat(form.last()).isEqualTo(Town.seenBefore());
        assertThat(form.youngChild()).isFalse();
        assertThat(form.rules()).extracting(rule -> rule.id()).contains("young-child", "turn-in-person");
    }

    @Test
    void a_doctor_without_the_institutions_agreement_is_told_so() {
        var town = town();
        jdbc.sql("update doctor set internet_practice = false where account = ?")
                .param(town.doctorId)
                .update();

        var answer = town.doctor.post(Town.path(town.request()) + "/accept", new Commands.Accept(Town.seenBefore()));

        assertThat(HubClient.read(answer, Problem.class).rule()).isEqualTo("doctor-consent");
    }

    @Test
    void an_invitation_without_its_fields_or_an_agreement_is_refused_and_with_them_it_rings() {
        var town = town();
        var talk = town.talk();
        var path = Town.path(talk) + "/invitations";

        var blank = town.doctor.post(path, new Commands.Invite(UUID.randomUUID(), town.countyId, BLANK, null));
        assertThat(HubClient.read(blank, Problem.class).rule()).isEqualTo("remote-invitation");

        jdbc.sql("update institution set parent = null where id = (select institution from doctor where account = ?)")
                .param(town.doctorId)
                .update();
        var fields = new RemoteInvitation("头晕", "诊断", "现在", "高血压", "心内科", "副主任");
        var strangers = town.doctor.post(path, new Commands.Invite(UUID.randomUUID(), town.countyId, fields, null));
        assertThat(HubClient.read(strangers, Problem.class).missing()).containsExactly("agreement");

        var agreed = new Commands.Invite(UUID.randomUUID(), town.countyId, fields, "合作协议 2025-03-01");
        Town.done(town.doctor, path, agreed);
        assertThat(jdbc.sql(
                                "select body -> 'invitations' -> 0 -> 'ground' ->> 'agreement' from consultation where id = ?")
                        .param(talk)
                        .query(String.class)
                        .single())
                .isEqualTo("合作协议 2025-03-01");
    }

    private String state(UUID consultation) {
        return jdbc.sql("select state from consultation where id = ?")
                .param(consultation)
                .query(String.class)
                .single();
    }
}
