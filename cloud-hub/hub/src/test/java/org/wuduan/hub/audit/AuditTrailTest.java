package org.wuduan.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.ReadingBatch;
import org.wuduan.contract.View;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Readings;
import org.wuduan.hub.fixtures.Town;

/** Who did, opened or was denied what; and that the trail says no more than that. */
class AuditTrailTest extends HubTest {
    @Test
    void writes_denials_and_openings_are_in_the_trail() {
        var town = town();
        var consultation = town.talk();
        var stream = "vitals/" + town.patient;
        town.county.post(Town.path(consultation) + "/conclude", null);
        try (var live = town.live(town.doctor)) {
            live.watch(stream);
            live.awaitView(stream, View.VitalsView.class, _ -> true);
            live.watch("consultation/" + consultation);
            live.awaitView("consultation/" + consultation, View.ConsultationView.class, _ -> true);
            live.watch("inbox");
            live.awaitView("inbox", View.DoctorInbox.class, _ -> true);
        }

        assertThat(audited(town.doctorId, "write", "accept")).isEqualTo(1);
        assertThat(audited(town.doctorId, "opening", "open-vitals")).isEqualTo(1);
        assertThat(audited(town.doctorId, "opening", "open-consultation")).isEqualTo(1);
        assertThat(audited(town.doctorId, "opening", "open-inbox")).isZero();
    }

    @Test
    void an_opening_is_told_once_for_a_connection_however_often_the_view_changes() {
        var town = town();
        var stream = "vitals/" + town.patient;
        try (var live = town.live(town.child)) {
            live.watch(stream);
            live.awaitView(stream, View.VitalsView.class, _ -> true);
            live.watch(stream);
            town.box.post("/api/readings", new ReadingBatch(List.of(Readings.bloodPressure(town.wearable(), 141))));
            live.awaitView(stream, View.VitalsView.class, view -> view.latest().bloodPressure() != null);
        }

        assertThat(audited(town.childId, "opening", "open-vitals")).isEqualTo(1);
    }

    @Test
    void the_trail_holds_ids_and_names_of_actions_and_never_values_or_texts() {
        var town = town();
        var consultation = town.talk();
        town.conclude(consultation);

        assertThat(jdbc.sql("select distinct action from audit_entry")
                        .query(String.class)
                        .list())
                .allMatch(action -> action.matches("[a-z_-]{2,30}"));
        assertThat(jdbc.sql("select count(*) from audit_entry where object = ?")
                        .param(consultation)
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(6);
    }
}
