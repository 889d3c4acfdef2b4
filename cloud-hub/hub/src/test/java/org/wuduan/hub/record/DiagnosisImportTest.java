package org.wuduan.hub.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.AdministratorRole;
import org.wuduan.contract.ClinicalRecord.DiagnosisList;
import org.wuduan.contract.Diagnosis;
import org.wuduan.contract.DiagnosisColumn;
import org.wuduan.contract.DiagnosisFault;
import org.wuduan.contract.DiagnosisImports.DiagnosisImportReport;
import org.wuduan.contract.DiagnosisImports.DiagnosisImportReport.RowFault;
import org.wuduan.contract.ImportFileFault;
import org.wuduan.contract.TextEncoding;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.identity.Accounts;

/** A list of diagnoses is first looked at, then takes the place of the one before, all of it or nothing. */
class DiagnosisImportTest extends HubTest {
    private static final String HOME = "/api/administration/diagnosis-imports";
    private static final String HEADING = "诊断编码,诊断名称,拼音码\r\n";

    @Autowired
    Accounts people;

    @Autowired
    DiagnosisCodes codes;

    private HubClient admin = HubClient.anonymous(0);

    @BeforeEach
    void anAdministrator() {
        var login = "diagnoses-" + UUID.randomUUID().toString().substring(0, 8);
        people.create(Accounts.NewAccount.administrator(login, AdministratorRole.SYSTEM, "管理员"), Town.PASSWORD);
        admin = HubClient.person(port, login, Town.PASSWORD);
    }

    /** The other tests know the starter list. */
    @AfterEach
    void theStarterListIsBack() {
        jdbc.sql("delete from diagnosis_code").update();
        codes.on(new DiagnosisCodes.ListReplaced());
    }

    private HttpResponse<String> send(String path, String file) {
        return admin.with("Content-Type", "text/csv").send("POST", HOME + path, file, UUID.randomUUID());
    }

    private DiagnosisImportReport check(String file) {
        return HubClient.read(send("/check", file), DiagnosisImportReport.class);
    }

    @Test
    void a_checked_file_takes_the_place_of_the_list_and_is_searched_at_once() {
        var file = HEADING + "I10.x00x002,高血压病2级,gxyb\r\nE11.900,2型糖尿病,\r\n";
        var doctor = town().doctor;

        var report = check(file);
        assertThat(report.codes()).isEqualTo(2);
        assertThat(report.inUse()).isEqualTo(15_750);
        assertThat(report.gone()).isEqualTo(15_748);
        assertThat(codes.find("gxy").source()).contains("起始清单");
        assertThat(send("?checked=" + report.sha256(), file).statusCode()).isEqualTo(201);

        var found = HubClient.read(doctor.get("/api/diagnoses?words=gxy"), DiagnosisList.class);
        assertThat(found.diagnoses()).containsExactly(new Diagnosis("I10.x00x002", "高血压病2级"));
        assertThat(found.source()).contains("机构清单");
    }

    @Test
    void the_list_of_the_program_can_be_taken_back() {
        var file = HEADING + "I10.x00x002,高血压病2级,gxyb\r\n";
        assertThat(send("?checked=" + check(file).sha256(), file).statusCode()).isEqualTo(201);
        assertThat(codes.codes()).hasSize(1);

        assertThat(admin.post("/api/administration/diagnosis-starter", null).statusCode())
                .isEqualTo(204);

        assertThat(codes.codes()).hasSize(15_750);
        assertThat(codes.find("gxy").source()).contains("起始清单");
    }

    @Test
    void every_shape_of_code_of_the_national_edition_is_read() {
        var file = HEADING
                + "I10.x00,特发性(原发性)高血压,\r\nI10.x00x032,高血压病3级（极高危）,\r\nN08.3*,糖尿病性肾小球疾患,\r\n"
                + "E14.200x210+N08.3*,糖尿病性肾病,\r\nE88.902+M90.803*,代谢性骨病,\r\nC90.101M98310/1,T-细胞大颗粒淋巴细胞白血病,\r\n";

        assertThat(check(file).faults()).isEmpty();
        assertThat(check(file).codes()).isEqualTo(6);
    }

    @Test
    void each_bad_row_is_named_and_nothing_is_brought_in() {
        var file = HEADING + "I10,高血压,\r\nI10,又一个,\r\n,没有编码,\r\nK29,,\r\n10,不是编码,\r\nJ00,感冒,感冒\r\n";

        var report = check(file);

        assertThat(report.faults())
                .containsExactly(
                        new RowFault(3, DiagnosisColumn.CODE, DiagnosisFault.DUPLICATE, 2),
                        new RowFault(4, DiagnosisColumn.CODE, DiagnosisFault.MISSING, null),
                        new RowFault(5, DiagnosisColumn.NAME, DiagnosisFault.MISSING, null),
                        new RowFault(6, DiagnosisColumn.CODE, DiagnosisFault.NOT_A_CODE, null),
                        new RowFault(7, DiagnosisColumn.INITIALS, DiagnosisFault.NOT_INITIALS, null));
        assertThat(HubClient.problem(send("?checked=" + report.sha256(), file))).isEqualTo("import-faulty");
        assertThat(codes.find("gxy").source()).contains("起始清单");
    }

    @Test
    void another_file_than_the_checked_one_is_refused() {
        var checked = check(HEADING + "I10,高血压,\r\n").sha256();

        assertThat(HubClient.problem(send("?checked=" + checked, HEADING + "I10,低血压,\r\n")))
                .isEqualTo("import-changed");
    }

    @Test
    void a_file_of_a_spreadsheet_on_a_chinese_computer_is_read() {
        var bytes = (HEADING + "I10,高血压,\r\n").getBytes(Charset.forName("GB18030"));

        var report = imports.check(bytes);

        assertThat(report.encoding()).isEqualTo(TextEncoding.GB18030);
        assertThat(report.codes()).isEqualTo(1);
    }

    @Test
    void sixty_thousand_rows_are_read_and_one_more_is_not() {
        var rows = new StringBuilder(HEADING);
        for (int row = 0; row < DiagnosisTable.ROWS_MAX; row++) {
            rows.append("A%02d.%05d,名称%d,\r\n".formatted(row % 100, row, row));
        }

        assertThat(imports.check(rows.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .codes())
                .isEqualTo(DiagnosisTable.ROWS_MAX);
        rows.append("B00,再一个,\r\n");
        var fault = imports.check(rows.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .fileFault();
        assertThat(fault)
                .isNotNull()
                .extracting(DiagnosisImportReport.FileFault::fault)
                .isEqualTo(ImportFileFault.ROWS);
    }

    @Autowired
    DiagnosisImporting imports;
}
