package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wuduan.hub.prescribing.Dispensary.done;
import static org.wuduan.hub.prescribing.Sheets.line;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.SupplyKind;
import org.wuduan.contract.View.MedicinesView;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.prescribing.Sheets.Written;

/** A prescription that is being written when consent to its talk is taken back. */
class ConsentWatchTest extends HubTest {
    @Autowired
    Accounts accounts;

    @Autowired
    Consortium consortium;

    @Test
    void a_draft_is_signed_no_more_and_the_patient_is_not_asked_to_agree_to_it() {
        var dispensary = new Dispensary(town(), accounts, consortium, clock, port);
        var town = dispensary.town;
        var id = UUID.randomUUID();
        var longTerm = new Written(town.patient, SupplyKind.LONG_TERM, List.of(line("amlodipine-5", "5", "mg", 56)))
                .because("血压平稳")
                .assessed("三个月来家庭血压达标");
        done(dispensary.save(id, 0, longTerm.sheet()));
        var stream = "medicines/" + town.patient;
        try (var live = town.live(town.box)) {
            live.watch(stream);
            live.awaitView(
                    stream, MedicinesView.class, view -> view.prescriptions().size() == 1);

            Town.done(town.box, Town.path(dispensary.consultation) + "/withdraw-consent", null);

            live.awaitNewest(
                    stream, MedicinesView.class, view -> view.prescriptions().isEmpty());
        }
        assertThat(HubClient.problem(dispensary.issue(id, 1))).isEqualTo("wrong-state");
    }
}
