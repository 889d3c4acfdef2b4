package org.wuduan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What would stand in a log if a message were printed by mistake. */
class RedactionTest {
    private static final UUID ID = new UUID(1, 2);

    @Test
    void no_printed_message_holds_a_name_a_value_a_text_or_a_secret() {
        var value = new Value("8480-6", 150021, new Quantity(new BigDecimal("142"), "mm[Hg]"));
        var printed = List.<Object>of(
                        new Patient(ID, "SECRET", Sex.FEMALE, 1947),
                        value,
                        new RemoteInvitation("SECRET", "SECRET", "SECRET", "SECRET", "SECRET", "SECRET"),
                        new Commands.SignIn("SECRET", "SECRET"),
                        new Commands.RequestConsultation(ID, ID, "SECRET"),
                        new Commands.DeclineInvitation("SECRET"),
                        new Commands.SubmitOpinion(ID, "SECRET"),
                        new Commands.Conclude(ConsultationOutcome.NORMAL, "SECRET"),
                        new Commands.AskBoxToken(ID, ID, "SECRET"),
                        new Commands.EnrolBox(ID, "SECRET", "SECRET"),
                        new Answers.BoxChallenge(ID, "SECRET", Instant.EPOCH),
                        new Answers.BoxToken("SECRET", Instant.EPOCH, new NamedHousehold(ID, "SECRET")),
                        new LiveToHub.Publish("1", ID, 1, 1, "SECRET"),
                        new LiveToHub.Answer("1", ID, 1, 1, 1, "SECRET"),
                        new LiveToTerminal.Published("1", ID, 1, 1, "SECRET"),
                        new LiveToTerminal.Offer(ID, 1, 1, 1, "SECRET", List.of()))
                .toString();

        assertThat(printed).doesNotContain("SECRET").doesNotContain("142").contains("‹redacted›");
    }
}
