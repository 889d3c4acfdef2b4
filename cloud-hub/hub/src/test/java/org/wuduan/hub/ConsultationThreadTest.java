package org.wuduan.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.wuduan.contract.Answers;
import org.wuduan.contract.Commands;
import org.wuduan.contract.ConsentDecision;
import org.wuduan.contract.ConsentGiver;
import org.wuduan.contract.ConsultationOutcome;
import org.wuduan.contract.ConsultationState;
import org.wuduan.contract.Language;
import org.wuduan.contract.MeasurementProfile;
import org.wuduan.contract.Quantity;
import org.wuduan.contract.Reading;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.contract.RemoteInvitation;
import org.wuduan.contract.Value;
import org.wuduan.contract.View;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubDatabase;
import org.wuduan.hub.fixtures.LiveClient;
import org.wuduan.hub.fixtures.Town;

/** The main thread of the product over real HTTP, real WebSockets and a real PostgreSQL; media apart. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hub.demo=true",
            "hub.demo-password=a long demo password",
            "hub.demo-enrolment-codes=CODE-ONE,CODE-TWO",
            "server.port=0"
        })
class ConsultationThreadTest {
    private static final String PASSWORD = "a long demo password";

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        HubDatabase.give(registry);
    }

    HubClient box;

    @BeforeEach
    void enrol() {
        box = HubClient.box(port, "CODE-ONE");
    }

    @Test
    void a_request_becomes_a_concluded_consultation_that_everyone_saw() {
        var doctor = HubClient.person(port, "doctor-1", PASSWORD);
        var county = HubClient.person(port, "doctor-2", PASSWORD);
        var child = HubClient.person(port, "family-1", PASSWORD);
        try (var tv = LiveClient.open(port, box);
                var doctorLive = LiveClient.open(port, doctor);
                var countyLive = LiveClient.open(port, county);
                var childLive = LiveClient.open(port, child)) {
            List.of(tv, doctorLive, countyLive, childLive).forEach(client -> client.watch("inbox"));
            var home = tv.awaitView("inbox", View.BoxInbox.class, _ -> true);
            var patient = home.patients().getFirst().patient().id();
            var measured = upload();
            var id = UUID.randomUUID();

            assertThat(box.post("/api/consultations", new Commands.RequestConsultation(id, patient, "头晕"))
                            .statusCode())
                    .isEqualTo(201);

            var waiting = doctorLive
                    .awaitView(
                            "inbox",
                            View.DoctorInbox.class,
                            inbox -> inbox.waiting().size() == 1)
                    .waiting()
                    .getFirst();
            assertThat(waiting.complaint()).isEqualTo("头晕");
            assertThat(home.patients()).hasSize(2);
            childLive.awaitView(
                    "inbox",
                    View.FamilyInbox.class,
                    inbox -> inbox.patients().stream().anyMatch(parent -> parent.consultation() != null));

            var stream = "consultation/" + id;
            var path = "/api/consultations/" + id;
            List.of(tv, doctorLive, childLive).forEach(client -> client.watch(stream));
            assertThat(doctor.post(path + "/accept", accept()).statusCode()).isEqualTo(204);
            tv.awaitView(stream, View.ConsultationView.class, view -> view.state() == ConsultationState.RINGING);
            assertThat(HubClient.problem(doctor.post(path + "/conclude", conclude())))
                    .isEqualTo("wrong-state");
            assertThat(box.post(path + "/answer", null).statusCode()).isEqualTo(204);
            var text = HubClient.read(box.get("/api/consent-text?language=zh-CN"), Answers.ConsentText.class);
            assertThat(box.post(path + "/consent", consent(text.version())).statusCode())
                    .isEqualTo(204);

            var live = doctorLive.awaitView(
                    stream,
                    View.ConsultationView.class,
                    view -> view.call() != null && view.call().seats().size() == 2);
            assertThat(live.legalBasis()).isNotNull();
            var invitation = UUID.randomUUID();
            var countyId =
                    HubClient.read(county.get("/api/me"), Answers.Me.class).id();
            assertThat(doctor.post(path + "/invitations", new Commands.Invite(invitation, countyId, fields(), null))
                            .statusCode())
                    .isEqualTo(201);
            countyLive.awaitView(
                    "inbox",
                    View.DoctorInbox.class,
                    inbox -> inbox.invitations().size() == 1);
            assertThat(county.post(path + "/invitations/" + invitation + "/accept", null)
                            .statusCode())
                    .isEqualTo(204);
            assertThat(child.post(path + "/join", null).statusCode()).isEqualTo(204);
            doctorLive.awaitView(
                    stream,
                    View.ConsultationView.class,
                    view -> view.call() != null && view.call().seats().size() == 4);
            assertThat(county.post(path + "/opinions", new Commands.SubmitOpinion(UUID.randomUUID(), "建议动态血压监测"))
                            .statusCode())
                    .isEqualTo(201);
            doctorLive.awaitView(
                    stream, View.ConsultationView.class, view -> view.opinions().size() == 1);
            assertThat(childLive
                            .awaitView(stream, View.ConsultationView.class, view -> view.call() != null)
                            .opinions())
                    .isEmpty();

            assertThat(doctor.post(path + "/conclude", conclude()).statusCode()).isEqualTo(204);
            tv.awaitView(
                    "inbox", View.BoxInbox.class, inbox -> inbox.summaries().size() == 1);
            childLive.awaitView(
                    "inbox", View.FamilyInbox.class, inbox -> inbox.summaries().size() == 1);
            assertThat(tv.awaitView(stream, View.ConsultationView.class, view -> view.summary() != null)
                            .summary())
                    .isNotNull();
            assertThat(measured).isNotNull();
        }
    }

    private UUID upload() {
        var reading = new Reading(
                UUID.randomUUID(),
                MeasurementProfile.BLOOD_PRESSURE,
                new Reading.Device("C0:00:00:00:01:01", "SimBP"),
                Instant.parse("2026-11-22T02:15:06Z"),
                "1e8e005600",
                List.of(new Value("8480-6", 150021, new Quantity(new BigDecimal("142"), "mm[Hg]"))),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
        var first = HubClient.read(
                box.post("/api/readings", new ReadingBatch(List.of(reading))), Answers.ReadingsAck.class);
        var again = HubClient.read(
                box.post("/api/readings", new ReadingBatch(List.of(reading))), Answers.ReadingsAck.class);
        assertThat(first.acknowledged()).containsExactly(reading.id());
        assertThat(again.acknowledged()).containsExactly(reading.id());
        return reading.id();
    }

    private static Commands.Accept accept() {
        return new Commands.Accept(Town.seenBefore());
    }

    private static Commands.GiveConsent consent(String version) {
        return new Commands.GiveConsent(version, Language.ZH_CN, ConsentDecision.AGREED, ConsentGiver.PATIENT);
    }

    private static Commands.Conclude conclude() {
        return new Commands.Conclude(ConsultationOutcome.NORMAL, "每天早上吃一片降压药,一周后复查。");
    }

    private static RemoteInvitation fields() {
        return new RemoteInvitation("头晕三天", "明确诊断", "现在", "高血压十年", "心内科", "副主任医师以上");
    }
}
