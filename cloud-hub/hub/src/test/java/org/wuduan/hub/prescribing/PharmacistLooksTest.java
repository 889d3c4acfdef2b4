package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wuduan.hub.prescribing.Sheets.line;
import static org.wuduan.hub.prescribing.Sheets.sheet;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Looks.LookPage;
import org.wuduan.hub.fixtures.HubClient;

/** The home sees that a pharmacist was shown what was prescribed. */
class PharmacistLooksTest extends DispensaryTest {
    @Test
    void a_pharmacist_to_whom_a_prescription_was_shown_is_told_once() {
        var town = dispensary.town;
        dispensary.issued(sheet(town.patient, line("amlodipine-5", "5", "mg", 7)));
        assertThat(pharmacistsLooks()).isEmpty();

        assertThat(dispensary.waiting()).isNotEmpty();
        assertThat(dispensary.waiting()).isNotEmpty();

        assertThat(audited(dispensary.pharmacistId, "opening", "open-prescription"))
                .isEqualTo(1);
        assertThat(pharmacistsLooks()).singleElement().satisfies(look -> {
            assertThat(look.what()).isEqualTo(LookPage.Kind.PRESCRIPTION);
            assertThat(look.institution()).startsWith("卫生院");
        });
    }

    @Test
    void an_empty_list_has_shown_nobody() {
        assertThat(dispensary.waiting()).isEmpty();

        assertThat(audited(dispensary.pharmacistId, "opening", "open-prescription"))
                .isZero();
    }

    private List<LookPage.Look> pharmacistsLooks() {
        var town = dispensary.town;
        return HubClient.read(town.box.get("/api/patients/" + town.patient + "/looks"), LookPage.class).looks().stream()
                .filter(look -> look.kind() == ActorKind.PHARMACIST)
                .toList();
    }
}
