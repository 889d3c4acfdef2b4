package org.wuduan.hub.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.Commands;
import org.wuduan.contract.Problem;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Readings;
import org.wuduan.hub.identity.IdentityLimits;

/** How long a code is good and how often one may guess. */
class EnrolmentTest extends HubTest {
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    @Autowired
    Registry registry;

    @Test
    void a_made_code_is_good_for_fifteen_minutes_and_no_longer() {
        var household = town().household;
        var used = registry.makeCode(household);
        var late = registry.makeCode(household);
        var box = UUID.randomUUID();
        var home = HubClient.anonymousFrom(port, "127.0.0.81");
        assertThat(used).matches("[2-9A-HJ-NP-Z]{8}").isNotEqualTo(late);

        clock.pass(IdentityLimits.CODE_FOR.minus(A_MOMENT));
        assertThat(enrol(home, box, used).statusCode()).isEqualTo(200);
        clock.pass(A_MOMENT.multipliedBy(2));

        assertThat(HubClient.problem(enrol(home, UUID.randomUUID(), late))).isEqualTo("code-unknown");
        // the answer was lost on its way: the box asks again
        assertThat(enrol(home, box, used).statusCode()).isEqualTo(200);
    }

    @Test
    void a_code_from_the_settings_is_good_until_used() {
        var code = "SETTINGS-" + UUID.randomUUID();
        registry.admitCode(town().household, code);
        var home = HubClient.anonymousFrom(port, "127.0.0.82");

        clock.pass(Duration.ofDays(30));

        assertThat(enrol(home, UUID.randomUUID(), code).statusCode()).isEqualTo(200);
        assertThat(HubClient.problem(enrol(home, UUID.randomUUID(), code))).isEqualTo("code-unknown");
    }

    @Test
    void after_ten_wrong_codes_an_address_waits_and_even_a_right_one_is_not_looked_at() {
        var code = registry.makeCode(town().household);
        var guesser = HubClient.anonymousFrom(port, "127.0.0.83");
        for (int guess = 1; guess <= IdentityLimits.CODES_FROM_ONE_ADDRESS_MAX; guess++) {
            assertThat(HubClient.problem(enrol(guesser, UUID.randomUUID(), "WRONG-" + guess)))
                    .isEqualTo("code-unknown");
        }

        var refused = enrol(guesser, UUID.randomUUID(), code);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(HubClient.problem(refused)).isEqualTo("locked-out");
        assertThat(HubClient.read(refused, Problem.class).retryAfterSeconds()).isBetween(1, 600);

        clock.pass(IdentityLimits.ATTEMPTS_COUNTED_FOR.plusSeconds(1));
        assertThat(enrol(guesser, UUID.randomUUID(), code).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> enrol(HubClient who, UUID box, String code) {
        return who.post("/api/boxes/enrolments", new Commands.EnrolBox(box, code, Readings.SOME_PUBLIC_KEY));
    }
}
