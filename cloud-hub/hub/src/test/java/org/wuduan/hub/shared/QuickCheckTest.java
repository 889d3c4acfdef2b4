package org.wuduan.hub.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuduan.contract.WireJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The quick check and the full validator, on the contract's own schemas. */
class QuickCheckTest {
    private static final long SEED = 20_261_122;
    private static final int MUTATIONS = 4_000;
    private static final Path SCHEMAS = Path.of("../contract/schemas");
    private static final Path EXAMPLES = Path.of("../contract/examples");

    private final QuickCheck quick = new QuickCheck(file -> read(SCHEMAS.resolve(file + ".schema.json")));

    @Test
    void it_is_sure_of_the_contracts_own_reading() {
        var reading = read(EXAMPLES.resolve("Reading.json"));

        assertThat(quick.isSurelyValid("http", "Reading", reading)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5E56", "-1.5E56", "1e400"})
    void a_fraction_form_that_no_long_holds_is_a_fault_of_the_message(String number) {
        assertThat(WireSchemas.fault("registration", "SeenVersion", "{\"version\":" + number + "}"))
                .isNotNull();
        var reading = (ObjectNode) read(EXAMPLES.resolve("Reading.json"));
        ((ObjectNode) reading.path("values").path(0))
                .set("mdc", WireJson.mapper().readTree(number));
        assertThat(WireSchemas.fault("http", "Reading", reading)).isNotNull();
    }

    @Test
    void it_is_never_sure_of_what_the_validator_refuses() {
        var random = new SplittableRandom(SEED);
        int sure = 0;
        int refused = 0;
        for (int round = 0; round < MUTATIONS; round++) {
            var reading = (ObjectNode) read(EXAMPLES.resolve("Reading.json"));
            mutate(reading, random);
            var fault = WireSchemas.namedFault("http", "Reading", reading);
            boolean surelyValid = quick.isSurelyValid("http", "Reading", reading);
            assertThat(surelyValid && fault != null)
                    .as("seed %d round %d: %s", SEED, round, reading)
                    .isFalse();
            sure += surelyValid ? 1 : 0;
            refused += fault == null ? 0 : 1;
        }
        assertThat(sure).isPositive();
        assertThat(refused).isPositive();
    }

    @Test
    void it_is_not_sure_where_it_does_not_know_a_keyword() {
        var schema = WireJson.mapper().readTree("""
                {"$defs":{"Odd":{"type":"string","contentEncoding":"base64"},"Plain":{"type":"string"}}}""");
        var other = new QuickCheck(_ -> schema);
        var text = WireJson.mapper().readTree("\"text\"");

        assertThat(other.isSurelyValid("any", "Odd", text)).isFalse();
        assertThat(other.isSurelyValid("any", "Plain", text)).isTrue();
        assertThat(other.isSurelyValid("any", "NotThere", text)).isFalse();
    }

    /** Changes one place, anywhere. */
    private static void mutate(JsonNode node, SplittableRandom random) {
        switch (node) {
            case ObjectNode object -> {
                var names = List.copyOf(object.propertyNames());
                var name = names.get(random.nextInt(names.size()));
                switch (random.nextInt(4)) {
                    case 0 -> object.remove(name);
                    case 1 -> object.set(random.nextBoolean() ? name : "odd", value(random));
                    default -> mutateChild(object.path(name), random, changed -> object.set(name, changed));
                }
            }
            case ArrayNode array
            when !array.isEmpty() -> {
                int index = random.nextInt(array.size());
                if (random.nextInt(4) == 0) {
                    array.add(array.get(index).deepCopy());
                } else {
                    mutateChild(array.get(index), random, changed -> array.set(index, changed));
                }
            }
            default -> {
                // an empty list stays as it is
            }
        }
    }

    private static void mutateChild(
            JsonNode child, SplittableRandom random, java.util.function.Consumer<JsonNode> replace) {
        if (child.isContainer()) {
            mutate(child, random);
        } else {
            replace.accept(value(random));
        }
    }

    private static JsonNode value(SplittableRandom random) {
        var values = List.of(
                "\"\"",
                "\"142\"",
                "\"-1.5\"",
                "\"heart_rate\"",
                "\"1e8e\"",
                "\"1E\"",
                "null",
                "true",
                "0",
                "-1",
                "1.0",
                "1.5",
                "70000",
                "99999999999999999999",
                "{}",
                "[]",
                "\"" + "x".repeat(65) + "\"",
                "\"C0:00:00:00:00:01\\n\"",
                "\"2026-11-22T10:15:04\"");
        return WireJson.mapper().readTree(values.get(random.nextInt(values.size())));
    }

    private static JsonNode read(Path file) {
        try {
            return WireJson.mapper().readTree(Files.readString(file));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
