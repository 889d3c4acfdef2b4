package org.wuduan.hub.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.Level;
import org.wuduan.contract.Referrals.CatalogueReport.Fault;
import org.wuduan.contract.Referrals.CatalogueReport.RowFault;
import org.wuduan.contract.Referrals.Disease;
import org.wuduan.contract.Referrals.DiseaseRow;
import org.wuduan.contract.Referrals.ReferralCounts.Count;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.Refused;

/** The catalogue warns by code and by name, a file is looked at before it counts, and counts add up. */
class CatalogueTest extends HubTest {
    private static final long SEED = 20261129L;
    private static final int ROWS = 400;
    private static final DiseaseRow HYPERTENSION = new DiseaseRow("I10*", Level.FIRST_CONTACT, "1、2 级", "演示");
    private static final DiseaseRow STROKE = new DiseaseRow("卒中", Level.TERTIARY, null, "演示");

    @Autowired
    DiseaseCatalogues catalogues;

    @Autowired
    ReferralCounting counting;

    @Test
    void a_row_is_found_by_the_beginning_of_its_code_or_by_its_name_and_no_row_fits_every_level() {
        var rows = List.of(HYPERTENSION, STROKE);

        assertThat(DiseaseCatalogues.advice(rows, new Disease("高血压", "I10.x02"), Level.FIRST_CONTACT)
                        .fits())
                .isTrue();
        var mismatch = DiseaseCatalogues.advice(rows, new Disease("高血压", "I10"), Level.TERTIARY);
        assertThat(mismatch.fits()).isFalse();
        assertThat(mismatch.warning()).isEqualTo("I10*: first_contact");
        assertThat(DiseaseCatalogues.advice(rows, new Disease("缺血性卒中", null), Level.TERTIARY)
                        .fits())
                .isTrue();
        assertThat(DiseaseCatalogues.advice(rows, new Disease("骨折", "S72"), Level.COUNTY)
                        .warning())
                .isNull();
    }

    @Test
    void a_file_is_read_with_its_faults_by_row() {
        var file = "疾病,级别,条件,来源\nI10*,基层,1 级,演示\nI63*,县医院,,演示\nI10*,基层,,演示\n糖尿病,county,,\n";

        var report = CatalogueFile.read(file.getBytes(StandardCharsets.UTF_8));

        assertThat(report.rows()).containsExactly(new DiseaseRow("I10*", Level.FIRST_CONTACT, "1 级", "演示"));
        assertThat(report.faults())
                .containsExactly(
                        new RowFault(3, Fault.NOT_A_LEVEL),
                        new RowFault(4, Fault.DUPLICATE),
                        new RowFault(5, Fault.MISSING));
        assertThat(CatalogueFile.read(new byte[] {0, 1, 2}).faults())
                .containsExactly(new RowFault(1, Fault.UNREADABLE));
    }

    @Test
    void a_catalogue_belongs_to_who_leads_the_consortium_and_an_old_version_is_a_conflict() {
        var town = town();
        var leader = institutionOf(town.countyId);

        assertThat(catalogues.write(leader, 0, List.of(HYPERTENSION))).isInstanceOf(Outcome.Done.class);
        assertThat(catalogues.write(leader, 0, List.of())).isInstanceOf(Refused.class);
        assertThat(catalogues.write(leader, 1, List.of(HYPERTENSION, STROKE))).isInstanceOf(Outcome.Done.class);

        assertThat(catalogues.read(leader).version()).isEqualTo(2);
        assertThat(catalogues.write(institutionOf(town.doctorId), 0, List.of())).isInstanceOf(Refused.class);
        assertThat(catalogues
                        .advice(institutionOf(town.doctorId), new Disease("高血压", "I10"), Level.COUNTY)
                        .fits())
                .isFalse();
    }

    @Test
    void every_column_of_the_counts_adds_up_to_the_totals_for_random_referrals() {
        var random = new Random(SEED);
        var institution = institutionOf(town().doctorId);
        for (int row = 0; row < ROWS; row++) {
            insert(random, institution);
        }

        var counts = counting.counts();

        assertThat(counts.up() + counts.down())
                .isEqualTo(jdbc.sql("select count(*) from referral")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(ROWS);
        for (var column : List.of(counts.byInstitution(), counts.byState(), counts.byDisease())) {
            assertThat(column.stream().mapToInt(Count::up).sum()).isEqualTo(counts.up());
            assertThat(column.stream().mapToInt(Count::down).sum()).isEqualTo(counts.down());
        }
        assertThat(counts.byDisease()).extracting(Count::name).contains(ReferralCounting.UNCLASSIFIED, "I10");
        assertThat(counts.byInstitution()).extracting(Count::name).contains(ReferralCounting.UNCLASSIFIED);
    }

    /** Some have no code, an empty one, or come from an institution that nobody knows any more. */
    private void insert(Random random, UUID institution) {
        var codes = new String[] {null, "", "I10", "I10.x02", "E11"};
        jdbc.sql("insert into referral (id, patient, direction, state, sender, sender_institution, target_institution,"
                        + " target_department, disease_code, sent_at, body) values (gen_random_uuid(),"
                        + " gen_random_uuid(), :direction, :state, gen_random_uuid(), :institution, gen_random_uuid(),"
                        + " 'general', :code, now(), '{}')")
                .param("direction", random.nextBoolean() ? "up" : "down")
                .param("state", List.of("sent", "accepted", "declined").get(random.nextInt(3)))
                .param("institution", random.nextInt(10) == 0 ? new UUID(8, 8) : institution)
                .param("code", codes[random.nextInt(codes.length)], java.sql.Types.VARCHAR)
                .update();
    }

    private UUID institutionOf(UUID doctor) {
        return jdbc.sql("select institution from doctor where account = ?")
                .param(doctor)
                .query(UUID.class)
                .single();
    }
}
