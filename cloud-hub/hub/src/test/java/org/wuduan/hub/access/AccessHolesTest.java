package org.wuduan.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.fixtures.HubDatabase;
import org.wuduan.hub.household.Households;
import org.wuduan.hub.household.Registry;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.identity.Relationship;
import org.wuduan.hub.identity.RelationshipSource;

/** Proves that the walk is not blind: two holes are planted, and exactly these are reported. */
@Tag("thorough")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(AccessHolesTest.Holes.class)
class AccessHolesTest {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        HubDatabase.give(registry);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Holes {
        /** Takes a doctor without any part for the doctor of every case. */
        @Bean
        RelationshipSource tooGenerous(Accounts accounts) {
            return (actor, _) -> accounts.name(actor.id())
                            .filter(Who.STRANGER_DOCTOR.name()::equals)
                            .isPresent()
                    ? Set.of(Relationship.CASE_DOCTOR)
                    : Set.of();
        }

        @Bean
        Unchecked unchecked(Households households) {
            return new Unchecked(households);
        }
    }

    /** Shows a patient's name to whoever asks. */
    @RestController
    static class Unchecked {
        private final Households households;

        Unchecked(Households households) {
            this.households = households;
        }

        @GetMapping("/api/patients/{id}")
        String name(@PathVariable java.util.UUID id) {
            return households.resident(id).orElseThrow().patient().name();
        }
    }

    @Test
    void exactly_the_two_planted_holes_are_reported(
            @LocalServerPort int port,
            @Autowired Accounts accounts,
            @Autowired Consortium consortium,
            @Autowired Registry registry,
            @Autowired JdbcClient jdbc,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        var scene = new Scene(new Scene.Books(accounts, consortium, registry, jdbc), port);
        var walk = new AccessWalk(scene, port);

        assertThat(walk.unlistedEndpoints(mapping)).containsExactly("GET /api/patients/{id}");

        var findings = walk.walk();
        assertThat(findings).extracting(AccessWalk.Finding::who).containsOnly(Who.STRANGER_DOCTOR);
        assertThat(opened(findings, Thing.LIVE)).isEqualTo(CASE_DOCTORS_COMMANDS);
        // where there is no invitation, even a case doctor finds none to withdraw
        var withoutInvitation = new HashSet<>(CASE_DOCTORS_COMMANDS);
        withoutInvitation.remove(WITHDRAW);
        assertThat(opened(findings, Thing.WAITING)).isEqualTo(withoutInvitation);
        assertThat(opened(findings, Thing.FOREIGN)).isEqualTo(withoutInvitation);
        assertThat(findings)
                .filteredOn(finding -> finding.got() != Got.ALLOWED)
                .extracting(AccessWalk.Finding::got)
                .containsOnly(Got.ACTION_NOT_ALLOWED);
    }

    private static final String WITHDRAW = "POST /api/consultations/{id}/invitations/{invitationId}/withdraw";
    private static final Set<String> CASE_DOCTORS_COMMANDS = Set.of(
            "consultation",
            "vitals",
            "record",
            "notes",
            "POST /api/patients/{id}/record/entries",
            "POST /api/patients/{id}/record/no-known-allergies",
            "GET /api/patients/{id}/record/documents",
            "GET /api/patients/{id}/record/visits/{consultationId}",
            "GET /api/patients/{id}/vitals/summary",
            "POST /api/consultations/{id}/note/save",
            "prescriptions",
            "GET /api/consultations/{id}/drugs",
            "POST /api/consultations/{id}/prescriptions",
            "POST /api/consultations/{id}/prescriptions/check",
            "POST /api/consultations/{id}/ring",
            "POST /api/consultations/{id}/withdraw-ring",
            "POST /api/consultations/{id}/invitations",
            WITHDRAW,
            "POST /api/consultations/{id}/opinions",
            "GET /api/consultations/{id}/report",
            "POST /api/consultations/{id}/conclude",
            "POST /api/consultations/{id}/cancel",
            "plan",
            "POST /api/referrals out of a consultation",
            "POST /api/referrals for a patient");

    private static Set<String> opened(List<AccessWalk.Finding> findings, Thing thing) {
        return findings.stream()
                .filter(finding -> finding.on() == thing && finding.got() == Got.ALLOWED)
                .map(AccessWalk.Finding::what)
                .collect(Collectors.toSet());
    }
}
