package org.wuduan.hub.demo;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.AdministratorRole;
import org.wuduan.contract.Department;
import org.wuduan.contract.FamilyRight;
import org.wuduan.contract.Level;
import org.wuduan.contract.MeasurementProfile;
import org.wuduan.contract.Referrals.DiseaseRow;
import org.wuduan.contract.Sex;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.HouseholdWearables;
import org.wuduan.hub.household.Registry;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.referral.DiseaseCatalogues;

/** Fills an empty database with the people of the demonstration. */
@Component
@ConditionalOnProperty(name = "hub.demo", havingValue = "true")
class Demonstration implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    /** Wearables of the simulator: household in the fifth byte, device in the sixth. */
    private static final List<HouseholdWearables.NewWearable> WEARABLES = List.of(
            device("C0:00:00:00:0%d:01", "SimBP", "演示·血压计", MeasurementProfile.BLOOD_PRESSURE),
            device("C0:00:00:00:0%d:02", "SimHR", "演示·心率带", MeasurementProfile.HEART_RATE),
            device(
                    "C0:00:00:00:0%d:03",
                    "SimPLX",
                    "演示·血氧仪",
                    MeasurementProfile.PULSE_OXIMETER_SPOT,
                    MeasurementProfile.PULSE_OXIMETER_CONTINUOUS));

    /** Invented, as everything about these people. */
    private static final Map<String, Integer> PRACTISING_SINCE =
            Map.of("doctor-1", 2011, "doctor-2", 2004, "doctor-3", 1996, "doctor-4", 2015, "doctor-5", 1999);

    /** Invented rows: no catalogue of a real consortium. */
    private static final List<DiseaseRow> CATALOGUE = List.of(
            new DiseaseRow("I10*", Level.FIRST_CONTACT, "演示·血压平稳", "演示"),
            new DiseaseRow("I10*", Level.COUNTY, "演示·血压控制不好", "演示"),
            new DiseaseRow("E11*", Level.FIRST_CONTACT, "演示·血糖平稳", "演示"),
            new DiseaseRow("I63*", Level.TERTIARY, "演示·急性期", "演示"),
            new DiseaseRow("感冒", Level.FIRST_CONTACT, null, "演示"));

    private final Accounts accounts;
    private final Consortium consortium;
    private final Registry registry;
    private final HouseholdWearables wearables;
    private final DiseaseCatalogues catalogues;
    private final TransactionTemplate transactions;
    private final String password;
    private final List<String> codes;
    private volatile boolean running;

    Demonstration(
            Accounts accounts,
            Consortium consortium,
            Registry registry,
            HouseholdWearables wearables,
            DiseaseCatalogues catalogues,
            TransactionTemplate transactions,
            Settings settings) {
        this.accounts = accounts;
        this.consortium = consortium;
        this.registry = registry;
        this.wearables = wearables;
        this.catalogues = catalogues;
        this.transactions = transactions;
        this.password = settings.password();
        this.codes = settings.codes();
    }

    /**
     * What the launcher generated at first run.
     *
     * @param password of every demonstration login
     * @param codes one-time enrolment codes, one for each household in turn
     */
    @Component
    @ConditionalOnProperty(name = "hub.demo", havingValue = "true")
    record Settings(
            @Value("${hub.demo-password}") String password,
            @Value("${hub.demo-enrolment-codes:}") List<String> codes) {
        @Override
        public String toString() {
            return "Settings[‹redacted›]";
        }
    }

    /** Before the web server: nobody signs in before there is anybody. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void start() {
        if (accounts.byLogin("doctor-1").isEmpty()) {
            transactions.executeWithoutResult(_ -> fill());
            LOG.info("demo.filled");
        }
        // a folder of an earlier version has none of them
        if (accounts.byLogin("system-1").isEmpty()) {
            transactions.executeWithoutResult(_ -> fillOffice());
        }
        if (post("doctor-1").doctor().practisingSince() == null) {
            transactions.executeWithoutResult(_ -> practise());
        }
        running = true;
    }

    private void fill() {
        var township = consortium.addInstitution("演示·清河镇卫生院", Level.FIRST_CONTACT);
        var otherTownship = consortium.addInstitution("演示·柳溪镇卫生院", Level.FIRST_CONTACT);
        var county = consortium.addInstitution("演示·县人民医院", Level.COUNTY);
        var tertiary = consortium.addInstitution("演示·省立医院", Level.TERTIARY);
        doctor("doctor-1", township, "演示·赵医生", "主治医师 全科", Department.GENERAL);
        doctor("doctor-2", county, "演示·钱医生", "副主任医师 心内科", Department.CARDIOLOGY);
        doctor("doctor-3", tertiary, "演示·孙医生", "主任医师 心内科", Department.CARDIOLOGY);
        doctor("doctor-4", otherTownship, "演示·周医生", "主治医师 全科", Department.GENERAL);
        doctor("doctor-5", county, "演示·吴医生", "主任医师 内分泌科", Department.ENDOCRINOLOGY);
        householdOfTwo(township);
        householdOfOne(otherTownship);
    }

    private void fillOffice() {
        administrator("system-1", AdministratorRole.SYSTEM, "演示·系统管理员");
        administrator("security-1", AdministratorRole.SECURITY, "演示·安全管理员");
        administrator("audit-1", AdministratorRole.AUDIT, "演示·审计管理员");
        staff("registrar-1", institutionOf("doctor-1"), ActorKind.REGISTRAR, "演示·郑登记员");
        staff("pharmacist-1", institutionOf("doctor-2"), ActorKind.PHARMACIST, "演示·冯药师");
    }

    /** What the rules ask of doctors and of institutions that work together. */
    private void practise() {
        PRACTISING_SINCE.forEach((doctor, year) ->
                consortium.allowInternetPractice(post(doctor).doctor().id(), year));
        consortium.lead(institutionOf("doctor-2"), institutionOf("doctor-1"));
        consortium.lead(institutionOf("doctor-2"), institutionOf("doctor-4"));
        consortium.lead(institutionOf("doctor-3"), institutionOf("doctor-2"));
        catalogues.begin(institutionOf("doctor-3"), CATALOGUE);
    }

    private Consortium.Post post(String doctor) {
        return consortium.post(accounts.byLogin(doctor).orElseThrow()).orElseThrow();
    }

    private UUID institutionOf(String doctor) {
        return post(doctor).institution();
    }

    private void householdOfTwo(UUID institution) {
        var household = registry.addHousehold("演示·李家", institution);
        var mother = registry.addPatient(new Registry.NewPatient(household, "演示·王秀英", Sex.FEMALE, 1947));
        var father = registry.addPatient(new Registry.NewPatient(household, "演示·李建国", Sex.MALE, 1949));
        var son = accounts.create("family-1", password, ActorKind.FAMILY, "演示·李明");
        registry.bind(son, mother, "儿子", EnumSet.allOf(FamilyRight.class));
        registry.bind(son, father, "儿子", Set.of(FamilyRight.SEE_VITALS, FamilyRight.TAKE_PART));
        equip(1, household, mother);
    }

    private void householdOfOne(UUID institution) {
        var household = registry.addHousehold("演示·陈家", institution);
        var patient = registry.addPatient(new Registry.NewPatient(household, "演示·陈桂兰", Sex.FEMALE, 1945));
        var daughter = accounts.create("family-2", password, ActorKind.FAMILY, "演示·陈静");
        registry.bind(daughter, patient, "女儿", EnumSet.allOf(FamilyRight.class));
        equip(2, household, patient);
    }

    private void equip(int number, UUID household, UUID wearer) {
        WEARABLES.forEach(device -> {
            String address = device.address().formatted(number);
            wearables.add(
                    household,
                    new HouseholdWearables.NewWearable(address, device.model(), device.name(), device.profiles()));
            registry.registerWearable(household, address, wearer);
        });
        if (codes.size() >= number) {
            registry.admitCode(household, codes.get(number - 1));
        }
    }

    private static HouseholdWearables.NewWearable device(
            String address, String model, String name, MeasurementProfile... profiles) {
        return new HouseholdWearables.NewWearable(address, model, name, List.of(profiles));
    }

    private void doctor(String login, UUID institution, String name, String title, Department department) {
        var account = accounts.create(login, password, ActorKind.DOCTOR, name);
        consortium.addDoctor(new Consortium.NewDoctor(account, institution, name, title, department));
    }

    private void administrator(String login, AdministratorRole role, String name) {
        accounts.create(Accounts.NewAccount.administrator(login, role, name), password);
    }

    private void staff(String login, UUID institution, ActorKind kind, String name) {
        consortium.addStaff(accounts.create(login, password, kind, name), institution);
    }
}
