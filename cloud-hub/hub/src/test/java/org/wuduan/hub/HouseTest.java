package org.wuduan.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The module graph of cloud-hub/docs/architecture.md and the house rules that code can break. */
@AnalyzeClasses(packages = "org.wuduan.hub", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    @ArchTest
    static final ArchRule NOTHING_PRINTS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule CALL_KNOWS_NOTHING_CLINICAL = noClasses()
            .that()
            .resideInAPackage("..call..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..consultation..", "..household..", "..vitals..", "..consortium..");

    @ArchTest
    static final ArchRule NO_LAYER_PACKAGES = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..service..", "..controller..", "..entity..", "..impl..");

    @Test
    void modules_know_only_whom_they_may() {
        var modules = ApplicationModules.of(Hub.class).verify();

        assertThat(modules.getModuleByName("consultation")).isPresent();
    }
}
