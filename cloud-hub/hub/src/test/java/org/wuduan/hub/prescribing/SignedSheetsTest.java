package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.wuduan.hub.prescribing.Dispensary.done;
import static org.wuduan.hub.prescribing.Sheets.line;
import static org.wuduan.hub.prescribing.Sheets.sheet;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.ClinicalRecord.Document;
import org.wuduan.contract.ClinicalRecord.Document.Kind;
import org.wuduan.contract.ClinicalRecord.Document.State;
import org.wuduan.contract.ClinicalRecord.DocumentPage;
import org.wuduan.contract.ReviewDecision;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.identity.Accounts;

/** Prescriptions in the record's list of documents. */
class SignedSheetsTest extends HubTest {
    @Autowired
    Accounts accounts;

    @Autowired
    Consortium consortium;

    @Test
    void a_signed_one_is_listed_with_its_state_and_a_draft_is_none() {
        var dispensary = dispensary();
        var town = dispensary.town;
        var sheet = sheet(town.patient, line("amlodipine-5", "5", "mg", 7));
        done(dispensary.save(UUID.randomUUID(), 0, sheet));

        var id = dispensary.issued(sheet);
        assertThat(listed(town.doctor, town))
                .extracting(Document::kind, Document::id, Document::state)
                .containsExactly(tuple(Kind.PRESCRIPTION, id, State.AWAITING_REVIEW));

        done(dispensary.review(id, 2, ReviewDecision.APPROVED, null));
        assertThat(listed(town.doctor, town)).singleElement().satisfies(document -> {
            assertThat(document.state()).isEqualTo(State.APPROVED);
            assertThat(document.consultationId()).isEqualTo(dispensary.consultation);
        });

        clock.pass(Duration.ofDays(1));
        assertThat(listed(dispensary.doctorAgain(), town))
                .extracting(Document::state)
                .containsExactly(State.EXPIRED);
    }

    @Test
    void a_doctor_who_is_in_a_later_consultation_finds_none_of_the_earlier_one() {
        var dispensary = dispensary();
        var town = dispensary.town;
        var id = dispensary.issued(sheet(town.patient, line("amlodipine-5", "5", "mg", 7)));
        town.conclude(dispensary.consultation);
        var later = town.talk();

        Town.done(town.county, Town.path(later) + "/invitations/" + town.invite(later) + "/accept", null);

        assertThat(listed(town.county, town)).isEmpty();
        assertThat(listed(town.doctor, town)).extracting(Document::id).containsExactly(dispensary.consultation, id);
    }

    private Dispensary dispensary() {
        return new Dispensary(town(), accounts, consortium, clock, port);
    }

    private static List<Document> listed(HubClient who, Town town) {
        return HubClient.read(who.get("/api/patients/" + town.patient + "/record/documents"), DocumentPage.class)
                .documents();
    }
}
