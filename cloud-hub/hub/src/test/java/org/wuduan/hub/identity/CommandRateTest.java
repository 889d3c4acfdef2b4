package org.wuduan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.Commands;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;

/** How often one session may command. */
class CommandRateTest extends HubTest {
    private static final Commands.SetDuty WISH = new Commands.SetDuty(true);

    @Test
    void the_command_after_the_limit_waits_and_another_session_of_the_same_person_goes_on() {
        var town = town();
        for (int command = 1; command <= IdentityLimits.COMMANDS_OF_ONE_SESSION_MAX; command++) {
            // not a doctor's: refused, and counted all the same
            assertThat(town.child.post("/api/duty", WISH).statusCode()).isEqualTo(403);
        }

        var refused = town.child.post("/api/duty", WISH);
        assertThat(HubClient.problem(refused)).isEqualTo("too-many-commands");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(town.child.get("/api/me").statusCode()).isEqualTo(200);
        assertThat(HubClient.problem(town.signIn("child").post("/api/duty", WISH)))
                .isEqualTo("action-not-allowed");

        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(HubClient.problem(town.child.post("/api/duty", WISH))).isEqualTo("action-not-allowed");
        Town.done(town.doctor, "/api/duty", WISH);
    }
}
