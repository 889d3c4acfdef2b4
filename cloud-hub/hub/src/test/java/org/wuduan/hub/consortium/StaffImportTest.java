package org.wuduan.hub.consortium;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Administration;
import org.wuduan.contract.AdministratorRole;
import org.wuduan.contract.Department;
import org.wuduan.contract.ImportFileFault;
import org.wuduan.contract.Level;
import org.wuduan.contract.StaffColumn;
import org.wuduan.contract.StaffFault;
import org.wuduan.contract.StaffImports.StaffImportReport;
import org.wuduan.contract.StaffImports.StaffImportReport.RowFault;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.tables.TableForm;

/** A file of staff is first looked at, then made as it was shown, all of it or nobody. */
class StaffImportTest extends HubTest {
    private static final String HOME = "/api/administration";
    private static final String HEADING = "身份,姓名,账号,机构,职称,科室,执业证书编号,从哪年执业,机构同意互联网诊疗\r\n";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    Accounts people;

    private final int number = NUMBERS.incrementAndGet();
    private HubClient admin = HubClient.anonymous(0);
    private UUID adminId = new UUID(0, 0);

    @BeforeEach
    void anAdministratorAndAHospital() {
        adminId = people.create(
                Accounts.NewAccount.administrator("import-" + number, AdministratorRole.SYSTEM, "管理员"), Town.PASSWORD);
        admin = HubClient.person(port, "import-" + number, Town.PASSWORD);
        Town.done(
                admin,
                HOME + "/institutions",
                new Administration.MakeInstitution(
                        UUID.randomUUID(), hospital(), Level.COUNTY, List.of(Department.GENERAL), null));
    }

    private String hospital() {
        return "表格医院" + number;
    }

    private String doctor(String name) {
        return "医生,%s,%s.%d,%s,主治医师,全科,%s-%d,2008年\r\n".formatted("何" + name, name, number, hospital(), name, number);
    }

    private String registrar(String login) {
        return "登记员,吴登记,%s.%d,%s,,,,\r\n".formatted(login, number, hospital());
    }

    private StaffImportReport check(String file) {
        return HubClient.read(send("/check", file), StaffImportReport.class);
    }

    private HttpResponse<String> run(String file, String sha256) {
        return send("?checked=" + sha256, file);
    }

    private HttpResponse<String> send(String rest, String file) {
        return admin.with("Content-Type", "text/csv")
                .send("POST", HOME + "/staff-imports" + rest, file, UUID.randomUUID());
    }

    private List<Administration.StaffMember> staff() {
        return HubClient.read(admin.get(HOME + "/staff?words=." + number), Administration.StaffList.class)
                .staff()
                .stream()
                .filter(one -> one.login().endsWith("." + number))
                .toList();
    }

    @Test
    void a_dry_run_shows_who_would_come_and_makes_nobody_and_then_exactly_they_are_made() {
        var file = HEADING + doctor("hexin") + registrar("wu");

        var report = check(file);

        assertThat(report.faults()).isEmpty();
        assertThat(report.members()).isEqualTo(2);
        assertThat(staff()).isEmpty();

        assertThat(run(file, report.sha256()).statusCode()).isEqualTo(201);
        assertThat(staff())
                .extracting(Administration.StaffMember::kind)
                .containsExactlyInAnyOrder(ActorKind.DOCTOR, ActorKind.REGISTRAR);
        assertThat(staff()).noneMatch(Administration.StaffMember::activated);
        assertThat(staff().stream()
                        .filter(one -> one.kind() == ActorKind.DOCTOR)
                        .map(Administration.StaffMember::post))
                .containsExactly(new Administration.Post("主治医师", Department.GENERAL, "hexin-" + number, 2008, false));
        assertThat(audited(adminId, "write", "make-account")).isEqualTo(2);
        assertThat(audited(adminId, "write", "import-staff")).isEqualTo(1);
    }

    @Test
    void one_bad_row_keeps_the_whole_file_out() {
        var file = HEADING + doctor("zhaoyi") + doctor("qianyi").replace("2008", "2999");

        var report = check(file);

        assertThat(report.faults())
                .containsExactly(new RowFault(3, StaffColumn.PRACTISING_SINCE, StaffFault.NOT_A_YEAR, null));
        assertThat(HubClient.problem(run(file, report.sha256()))).isEqualTo("import-faulty");
        assertThat(staff()).isEmpty();
    }

    @Test
    void another_file_than_the_one_that_was_checked_is_refused() {
        var shown = check(HEADING + doctor("sunyi"));

        assertThat(HubClient.problem(run(HEADING + doctor("liyi"), shown.sha256())))
                .isEqualTo("import-changed");
        assertThat(staff()).isEmpty();
    }

    @Test
    void a_file_is_not_imported_twice_and_whose_login_or_licence_is_taken_is_named() {
        var file = HEADING + doctor("zhouyi");
        var sha = check(file).sha256();
        assertThat(run(file, sha).statusCode()).isEqualTo(201);

        assertThat(HubClient.problem(run(file, sha))).isEqualTo("import-faulty");
        assertThat(check(file).faults())
                .containsExactly(new RowFault(2, StaffColumn.LOGIN, StaffFault.LOGIN_TAKEN, null));
        assertThat(check(file.replace("zhouyi." + number, "zhouer." + number)).faults())
                .containsExactly(new RowFault(2, StaffColumn.LICENCE, StaffFault.LICENCE_TAKEN, null));
        assertThat(staff()).hasSize(1);
    }

    @Test
    void a_deactivated_hospital_takes_nobody() {
        var list = HubClient.read(admin.get(HOME + "/institutions"), Administration.InstitutionList.class);
        var place = list.institutions().stream()
                .filter(one -> one.name().equals(hospital()))
                .findFirst()
                .orElseThrow();
        Town.done(
                admin,
                HOME + "/institutions/" + place.id() + "/standing",
                new Administration.SetStanding(place.version(), false));

        assertThat(check(HEADING + registrar("zheng")).faults())
                .containsExactly(new RowFault(2, StaffColumn.INSTITUTION, StaffFault.INSTITUTION_UNKNOWN, null));
    }

    @Test
    void a_file_of_the_largest_size_is_looked_at_and_one_byte_more_is_not() {
        var head = "kind,name,login,institution\nregistrar,Wu Ying,wu,Nowhere\n";
        var largest = head + "\n".repeat(StaffTable.BYTES_MAX - head.length());

        assertThat(check(largest).faultsInAll()).isEqualTo(1);
        assertThat(HubClient.problem(send("/check", largest + "\n"))).isEqualTo("payload-too-large");
    }

    @Test
    void a_report_names_two_hundred_faults_and_counts_the_others() {
        var report = check(HEADING + "清洁工,吴,wu1,那里,,,,\r\n".repeat(StaffTable.FAULTS_SHOWN_MAX + 1));

        assertThat(report.faults()).hasSize(StaffTable.FAULTS_SHOWN_MAX);
        assertThat(report.faultsInAll()).isGreaterThan(StaffTable.FAULTS_SHOWN_MAX);
    }

    @Test
    void five_hundred_rows_are_taken_and_one_more_is_not() {
        var row = "登记员,吴登记,wu,那里,,,,\n";

        assertThat(StaffTable.FORM.read(HEADING + row.repeat(StaffTable.ROWS_MAX)))
                .isInstanceOf(TableForm.Table.class);
        assertThat(StaffTable.FORM.read(HEADING + row.repeat(StaffTable.ROWS_MAX + 1)))
                .isEqualTo(new TableForm.Unreadable<StaffColumn>(ImportFileFault.ROWS, StaffTable.ROWS_MAX, null));
    }

    @Test
    void the_template_is_a_file_that_spreadsheets_read_as_utf_8_and_that_holds_nobody() {
        assertThat(admin.get(HOME + "/staff-imports/template").body()).isEqualTo("\uFEFF" + HEADING);
    }

    @ParameterizedTest
    @CsvSource({"是,true", "yes,true", "否,false", "'',false"})
    void whether_the_institution_agrees_to_practice_online_is_said_in_the_file(String cell, boolean agrees) {
        var plan = plan("医生,何英,he,县医院,主治医师,全科,11033,2008," + cell);

        assertThat(plan.faults()).isEmpty();
        assertThat(plan.members())
                .extracting(member -> requireNonNull(member.wish().post()).internetPractice())
                .containsExactly(agrees);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "护士,吴英,wu,县医院,,,,|KIND|NOT_A_KIND",
                "管理员,吴英,wu,县医院,,,,|KIND|NOT_A_KIND",
                ",吴英,wu,县医院,,,,|KIND|MISSING",
                "登记员,,wu,县医院,,,,|NAME|MISSING",
                "登记员,吴英,,县医院,,,,|LOGIN|MISSING",
                "登记员,吴英,吴英,县医院,,,,|LOGIN|NOT_A_LOGIN",
                "登记员,吴英,w,县医院,,,,|LOGIN|NOT_A_LOGIN",
                "登记员,吴英,wu,省医院,,,,|INSTITUTION|INSTITUTION_UNKNOWN",
                "登记员,吴英,wu,县医院,主管,,,|TITLE|DOCTORS_ONLY",
                "医生,何英,he,县医院,,全科,11033,2008|TITLE|MISSING",
                "医生,何英,he,县医院,主治医师,牙科,11033,2008|DEPARTMENT|NOT_A_DEPARTMENT",
                "医生,何英,he,县医院,主治医师,心内科,11033,2008|DEPARTMENT|DEPARTMENT_NOT_THERE",
                "医生,何英,he,县医院,主治医师,全科,,2008|LICENCE|MISSING",
                "医生,何英,he,县医院,主治医师,全科,1.1E+14,2008|LICENCE|NOT_A_LICENCE",
                "医生,何英,he,县医院,主治医师,全科,11033,1939|PRACTISING_SINCE|NOT_A_YEAR",
                "医生,何英,he,县医院,主治医师,全科,11033,去年|PRACTISING_SINCE|NOT_A_YEAR",
                "医生,何英,he,县医院,主治医师,全科,11033,2008,也许|INTERNET_PRACTICE|NOT_YES_OR_NO",
                "药师,何英,he,县医院,,,,,是|INTERNET_PRACTICE|DOCTORS_ONLY",
                "医生,何英,he,县医院,主治医师,全科,11033,2008,是,多|KIND|TOO_MANY_CELLS"
            })
    void each_fault_is_named_by_row_and_column(String row, StaffColumn column, StaffFault fault) {
        var plan = plan(row);

        assertThat(plan.faults()).contains(new RowFault(2, column, fault, null));
        assertThat(plan.members()).isEmpty();
    }

    @Test
    void who_stands_twice_in_the_file_is_named_with_the_first_row() {
        var he = "医生,何英,he.ying,县医院,主治医师,全科,11033,2008\n";

        assertThat(plan(he + he.replace("he.ying", "HE.YING").replace("11033", "11044"))
                        .faults())
                .containsExactly(new RowFault(3, StaffColumn.LOGIN, StaffFault.DUPLICATE, 2));
        assertThat(plan(he + he.replace("he.ying", "he.er")).faults())
                .containsExactly(new RowFault(3, StaffColumn.LICENCE, StaffFault.DUPLICATE, 2));
    }

    private static StaffImportPlan plan(String rows) {
        if (!(StaffTable.FORM.read(HEADING + rows) instanceof TableForm.Table<StaffColumn>(var lines))) {
            throw new AssertionError("the table can't be read");
        }
        var county = new Administration.Institution(
                UUID.randomUUID(), "县医院", Level.COUNTY, List.of(Department.GENERAL), null, true, 1);
        return StaffImportPlan.of(lines, Map.of(county.name(), county), Year.of(2026), UUID::randomUUID);
    }
}
