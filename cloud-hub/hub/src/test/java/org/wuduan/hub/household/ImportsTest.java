package org.wuduan.hub.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.ImportColumn;
import org.wuduan.contract.ImportFault;
import org.wuduan.contract.Registration.ImportReport;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.identity.Accounts;

/** A file is first looked at, then brought into the books as it was shown, all of it or nothing. */
class ImportsTest extends HubTest {
    private static final String HEADING = "户名,地址,姓名,身份证号,性别,出生日期,无号原因\r\n";
    private static final SplittableRandom RANDOM = new SplittableRandom(11_643);

    @Autowired
    Accounts people;

    @Autowired
    Consortium institutions;

    private Clerk clerk;

    @BeforeEach
    void aClerk() {
        clerk = new Clerk(people, institutions, port);
    }

    @Test
    void a_dry_run_shows_what_would_come_and_changes_nothing_and_then_exactly_that_is_imported() {
        var file = HEADING + "李家,柳树村," + "李英," + number() + ",,,\r\n李家,柳树村,李国,,男,1945-3-5,未带\r\n王家,,王英," + number()
                + ",,,\r\n";

        var report = check(file);

        assertThat(report.faults()).isEmpty();
        assertThat(report.households()).isEqualTo(2);
        assertThat(report.patients()).isEqualTo(3);
        assertThat(clerk.find(null).households()).isEmpty();

        assertThat(run(file, report.sha256()).statusCode()).isEqualTo(201);
        assertThat(clerk.find(null).households()).hasSize(2);
        assertThat(clerk.open(clerk.find("李家").households().getFirst().id()).patients())
                .hasSize(2);
        assertThat(audited(clerk.account, "write", "import-households")).isEqualTo(1);
        assertThat(audited(clerk.account, "write", "make-patient")).isEqualTo(3);
    }

    @Test
    void one_bad_row_keeps_the_whole_file_out() {
        var file = HEADING + "李家,,李英,110105194912310021,,,\r\n王家,,王英," + number() + ",,,\r\n";

        var report = check(file);

        assertThat(report.faults())
                .containsExactly(new ImportReport.RowFault(2, ImportColumn.ID_NUMBER, ImportFault.CHECK_DIGIT, null));
        assertThat(HubClient.problem(run(file, report.sha256()))).isEqualTo("import-faulty");
        assertThat(clerk.find(null).households()).isEmpty();
    }

    @Test
    void another_file_than_the_one_that_was_checked_is_refused() {
        var shown = check(HEADING + "李家,,李英," + number() + ",,,\r\n");

        var another = run(HEADING + "王家,,王英," + number() + ",,,\r\n", shown.sha256());

        assertThat(HubClient.problem(another)).isEqualTo("import-changed");
        assertThat(clerk.find(null).households()).isEmpty();
    }

    @Test
    void who_came_into_the_books_after_the_check_keeps_the_file_out() {
        var taken = IdNumberTest.withCheckDigit("33%04d19470305%03d".formatted(1000 + RANDOM.nextInt(8_999), 2));
        var file = HEADING + "李家,,李英," + taken + ",,,\r\n赵家,,赵英," + number() + ",,,\r\n";
        var report = check(file);
        var elsewhere = new Clerk(people, institutions, port);
        Clerk.done(elsewhere.make(UUID.randomUUID(), elsewhere.household("李宅"), "李英", taken));

        assertThat(HubClient.problem(run(file, report.sha256()))).isEqualTo("import-faulty");
        assertThat(check(file).faults())
                .containsExactly(
                        new ImportReport.RowFault(2, ImportColumn.ID_NUMBER, ImportFault.ALREADY_REGISTERED, null));
        assertThat(clerk.find(null).households()).isEmpty();
    }

    @Test
    void a_file_is_not_imported_twice() {
        var file = HEADING + "李家,柳树村,李国,,男,1945-3-5,未带\r\n";
        var sha = check(file).sha256();
        var key = UUID.randomUUID();
        var path = "/api/household-imports?checked=" + sha;
        var csv = clerk.client.with("Content-Type", "text/csv");

        assertThat(csv.send("POST", path, file, key).statusCode()).isEqualTo(201);
        assertThat(csv.send("POST", path, file, key).statusCode()).isEqualTo(201);
        assertThat(HubClient.problem(run(file, sha))).isEqualTo("import-faulty");

        assertThat(check(file).faults())
                .containsExactly(
                        new ImportReport.RowFault(2, ImportColumn.HOUSEHOLD, ImportFault.HOUSEHOLD_REGISTERED, null));
        assertThat(clerk.find(null).households()).hasSize(1);
    }

    @Test
    void a_file_of_the_largest_size_is_looked_at_and_one_byte_more_is_not() {
        // one byte a character; trailing empty rows count for nothing
        var head = "household,name,id_number\nA,\"Li Ying\"," + number() + "\n";
        var largest = head + "\n".repeat(RegistrationLimits.IMPORT_BYTES_MAX - head.length());

        assertThat(check(largest).patients()).isEqualTo(1);
        var tooLarge = clerk.client
                .with("Content-Type", "text/csv")
                .send("POST", "/api/household-imports/check", largest + "\n", UUID.randomUUID());
        assertThat(HubClient.problem(tooLarge)).isEqualTo("payload-too-large");
    }

    @Test
    void a_report_names_two_hundred_faults_and_counts_the_others() {
        var report = check(HEADING + "李家,,李英,1,,,\r\n".repeat(RegistrationLimits.FAULTS_SHOWN_MAX + 1));

        assertThat(report.faults()).hasSize(RegistrationLimits.FAULTS_SHOWN_MAX);
        assertThat(report.faultsInAll()).isEqualTo(RegistrationLimits.FAULTS_SHOWN_MAX + 1);
    }

    @Test
    void the_template_is_a_file_that_spreadsheets_read_as_utf_8_and_that_holds_no_patient() {
        var template = clerk.client.get("/api/household-imports/template").body();

        assertThat(template).isEqualTo("\uFEFF户名,地址,联系电话,姓名,性别,出生日期,身份证号,无号原因\r\n");
        assertThat(clerk.client
                        .with("Content-Type", "application/json")
                        .send("POST", "/api/household-imports/check", "{}", UUID.randomUUID())
                        .statusCode())
                .isEqualTo(415);
    }

    private ImportReport check(String file) {
        return HubClient.read(
                clerk.client
                        .with("Content-Type", "text/csv")
                        .send("POST", "/api/household-imports/check", file, UUID.randomUUID()),
                ImportReport.class);
    }

    private HttpResponse<String> run(String file, String checked) {
        return clerk.client
                .with("Content-Type", "text/csv")
                .send("POST", "/api/household-imports?checked=" + checked, file, UUID.randomUUID());
    }

    private static String number() {
        return IdNumberTest.somebodys(RANDOM);
    }
}
