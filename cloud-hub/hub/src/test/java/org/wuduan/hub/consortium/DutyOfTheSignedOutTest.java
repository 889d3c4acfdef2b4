package org.wuduan.hub.consortium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.View.BoxInbox;
import org.wuduan.contract.View.DoctorInbox;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;

/** A doctor who is signed in nowhere is on duty for nobody. */
class DutyOfTheSignedOutTest extends HubTest {
    private static void signOut(HubClient who) {
        assertThat(who.send("DELETE", "/api/sessions/current", "", UUID.randomUUID())
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void who_signs_out_goes_off_duty_and_the_home_that_waits_is_told() {
        var town = town();
        town.request();
        try (var box = town.live(town.box)) {
            box.watch("inbox");
            box.awaitView("inbox", BoxInbox.class, inbox -> inbox.nobodyOnDuty() == null);

            signOut(town.doctor);

            box.awaitNewest("inbox", BoxInbox.class, inbox -> inbox.nobodyOnDuty() != null);
        }
        assertThat(audited(town.doctorId, "write", "duty-off")).isEqualTo(1);
        try (var again = town.live(town.signIn("doctor"))) {
            again.watch("inbox");
            assertThat(again.awaitView("inbox", DoctorInbox.class, _ -> true).onDuty())
                    .isFalse();
        }
    }

    @Test
    void who_is_signed_in_elsewhere_too_stays_on_duty() {
        var town = town();
        var tablet = town.signIn("doctor");

        signOut(tablet);

        try (var desk = town.live(town.doctor)) {
            desk.watch("inbox");
            assertThat(desk.awaitView("inbox", DoctorInbox.class, _ -> true).onDuty())
                    .isTrue();
        }
    }
}
