package org.wuduan.hub.simulation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.household.Enrolment;
import org.wuduan.hub.household.Registry;
import org.wuduan.hub.identity.Accounts;

/** A test that plays schedules against the production classes of journal, call and consultation. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "logging.level.org.wuduan=off")
@Import(SimulatedHub.class)
@Tag("thorough")
abstract class SimulationTest {
    @Autowired
    Machine machine;

    @Autowired
    Accounts accounts;

    @Autowired
    Consortium consortium;

    @Autowired
    Registry registry;

    @Autowired
    Enrolment enrolment;

    Player player;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        SimulatedHub.giveDatabase(registry);
    }

    @BeforeEach
    void foundVillage(TestInfo test) {
        var books = new Village.Books(accounts, consortium, registry, enrolment);
        var name = getClass().getSimpleName() + test.getDisplayName();
        player = new Player(machine, books, Integer.toHexString(name.hashCode()));
    }
}
