package org.wuduan.hub.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.Department;
import org.wuduan.contract.Referrals;
import org.wuduan.contract.Referrals.Direction;
import org.wuduan.contract.Referrals.Disease;
import org.wuduan.contract.Referrals.Urgency;
import org.wuduan.contract.Signing.SignedDocument;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.SigningHand;
import org.wuduan.hub.fixtures.Town;

/** Referrals and their signatures. */
class SignedReferralsTest extends HubTest {
    @Test
    void a_referral_of_a_doctor_with_a_key_is_signed_and_a_later_change_shows() {
        var town = town();
        SigningHand.readyFor(town.doctor, clock);
        var id = sent(town);

        var page = HubClient.read(town.county.get(path(id)), Referrals.Referral.class);
        assertThat(Objects.requireNonNull(page.signature()).name()).startsWith("医生");
        assertThat(holds(town.county, id)).isTrue();
        Town.done(town.county, path(id) + "/accept", new Referrals.AcceptReferral(LocalDate.of(2027, 1, 1), "心内科门诊"));
        assertThat(holds(town.county, id))
                .as("an answer changes nothing that was signed")
                .isTrue();
        jdbc.sql("update referral set body = jsonb_set(body, '{summary}', '\"无不适\"') where id = ?")
                .param(id)
                .update();

        assertThat(holds(town.county, id)).isFalse();
    }

    @Test
    void who_has_no_key_signs_nothing_and_nobody_without_a_part_reads_what_others_signed() {
        var town = town();
        var other = town();
        SigningHand.readyFor(other.doctor, clock);
        var signed = sent(other);
        var unsigned = sent(town);

        assertThat(town.county.get(path(unsigned) + "/signed").statusCode()).isEqualTo(404);
        assertThat(HubClient.problem(town.county.get(path(signed) + "/signed"))).isEqualTo("not-found");
        assertThat(HubClient.problem(town.county.get(path(signed) + "/signed/file")))
                .isEqualTo("not-found");
    }

    private static boolean holds(HubClient who, UUID id) {
        var signed = HubClient.read(who.get(path(id) + "/signed"), SignedDocument.class);
        return signed.complete()
                && signed.versions().stream()
                        .allMatch(version -> version.verdict().holds());
    }

    private UUID sent(Town town) {
        var county = jdbc.sql("select institution from doctor where account = ?")
                .param(town.countyId)
                .query(UUID.class)
                .single();
        var wish = new Referrals.SendReferral(
                UUID.randomUUID(),
                town.patient,
                town.talk(),
                null,
                Direction.UP,
                county,
                Department.CARDIOLOGY,
                new Disease("高血压 3 级", "I10"),
                Urgency.URGENT,
                null,
                "头晕三天,血压波动",
                null);
        Town.done(town.doctor, "/api/referrals", wish);
        return wish.id();
    }

    private static String path(UUID id) {
        return "/api/referrals/" + id;
    }
}
