package org.wuduan.hub.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuduan.contract.Commands.Accept;
import org.wuduan.contract.Commands.GiveConsent;
import org.wuduan.contract.ConsentDecision;
import org.wuduan.contract.ConsentGiver;
import org.wuduan.contract.Language;
import org.wuduan.contract.View.ConsultationView;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.fixtures.Town;

/** Which text somebody must have read to agree, and that nobody needs one to refuse. */
class ConsentTest extends HubTest {
    private Town town;
    private UUID consultation;

    @BeforeEach
    void anAnsweredRing() {
        town = town();
        consultation = town.request();
        Town.done(town.doctor, Town.path(consultation) + "/accept", new Accept(Town.seenBefore()));
        Town.done(town.box, Town.path(consultation) + "/answer", null);
    }

    private String path() {
        return Town.path(consultation) + "/consent";
    }

    private static GiveConsent given(ConsentDecision decision, @Nullable String version) {
        return new GiveConsent(version, Language.ZH_CN, decision, ConsentGiver.PATIENT);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "a text of long ago")
    void nobody_agrees_to_a_text_that_is_not_in_force_or_was_not_there(@Nullable String version) {
        assertThat(HubClient.problem(town.box.post(path(), given(ConsentDecision.AGREED, version))))
                .isEqualTo("consent-text-outdated");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "a text of long ago")
    void who_refuses_needs_no_text(@Nullable String version) {
        Town.done(town.box, path(), given(ConsentDecision.REFUSED, version));

        var refusal = Objects.requireNonNull(seenByTheDoctor().consent());
        assertThat(refusal.decision()).isEqualTo(ConsentDecision.REFUSED);
        assertThat(refusal.textVersion()).isEqualTo(version);
    }

    @Test
    void a_refusal_is_the_end_and_no_agreement_comes_after_it() {
        Town.done(town.box, path(), given(ConsentDecision.REFUSED, null));

        assertThat(HubClient.problem(town.box.post(path(), given(ConsentDecision.REFUSED, null))))
                .isEqualTo("wrong-state");
    }

    private ConsultationView seenByTheDoctor() {
        try (var live = town.live(town.doctor)) {
            live.watch("consultation/" + consultation);
            return live.awaitView("consultation/" + consultation, ConsultationView.class, _ -> true);
        }
    }
}
