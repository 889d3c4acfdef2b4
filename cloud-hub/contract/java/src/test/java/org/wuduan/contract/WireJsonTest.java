package org.wuduan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class WireJsonTest {
    private record Things(
            @Nullable Instant time,
            @Nullable LocalDate day,
            @Nullable UUID id,
            @Nullable Language language,
            @Nullable String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"time", "day", "id", "language"})
    void an_empty_text_is_no_time_no_day_no_id_and_no_word_of_a_list(String property) {
        for (var empty : new String[] {"", " "}) {
            assertThatThrownBy(() ->
                            WireJson.mapper().readValue("{\"%s\": \"%s\"}".formatted(property, empty), Things.class))
                    .as("«%s»", empty)
                    .isInstanceOf(JacksonException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void an_empty_text_is_a_text(String empty) {
        var read = WireJson.mapper().readValue("{\"text\": \"%s\"}".formatted(empty), Things.class);

        assertThat(read.text()).isEqualTo(empty);
    }
}
