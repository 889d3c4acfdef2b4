package org.wuduan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

class ContractTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    static Stream<String> examples() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_read_and_written_without_loss(String name) throws Exception {
        var text = Files.readString(EXAMPLES.resolve(name + ".json"));
        var type = records().get(name);

        assertThat(type).as("a record for " + name).isNotNull();
        var message = WireJson.mapper().readValue(text, type);

        assertThat(WireJson.mapper().readTree(WireJson.mapper().writeValueAsString(message)))
                .isEqualTo(WireJson.mapper().readTree(text));
    }

    @Test
    void an_unknown_property_is_refused() {
        assertThatThrownBy(() -> WireJson.mapper()
                        .readValue("{\"type\":\"hello\",\"id\":\"1\",\"protocol\":1,\"surprise\":1}", LiveToHub.class))
                .isInstanceOf(JacksonException.class);
    }

    private static Map<String, Class<?>> records() {
        var byName = new TreeMap<String, Class<?>>();
        for (var home : new Class<?>[] {
            LiveToHub.class,
            LiveToTerminal.class,
            View.class,
            Commands.class,
            Answers.class,
            BoxLive.class,
            Administration.class,
            StaffImports.class,
            Boxes.class,
            Bindings.class,
            Wearables.class,
            AccessMessages.class,
            Signing.class,
            Registration.class,
            Looks.class,
            TrailMessages.class,
            Operations.class,
            ClinicalRecord.class,
            DiagnosisImports.class,
            Prescribing.class,
            Prescribed.class,
            Rules.class,
            Referrals.class
        }) {
            for (var record : home.getDeclaredClasses()) {
                byName.put(record.getSimpleName(), record);
            }
        }
        byName.put("WearablePairing", Wearables.Pairing.class);
        byName.put("Diagnosis", Diagnosis.class);
        byName.put("Reading", Reading.class);
        byName.put("ReadingBatch", ReadingBatch.class);
        byName.put("Problem", Problem.class);
        byName.put("VitalsSummary", VitalsSummary.class);
        return byName;
    }
}
