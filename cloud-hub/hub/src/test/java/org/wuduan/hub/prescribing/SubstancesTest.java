package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubstancesTest {
    @ParameterizedTest
    @ValueSource(strings = {"、", "，", ",", "；", ";", "和", "及", "\n", "\r\n", " 、 "})
    void a_known_word_does_not_hide_an_unknown_one(String between) {
        var text = "青霉素" + between + "芒果";

        assertThat(Substances.in(text)).containsExactly("penicillin");
        assertThat(Substances.unknownIn(text)).containsExactly("芒果");
    }

    @Test
    void every_unknown_part_is_told_and_nothing_of_what_is_known() {
        assertThat(Substances.unknownIn("芒果、阿司匹林肠溶片，花生")).containsExactly("芒果", "花生");
        assertThat(Substances.unknownIn("青霉素、头孢；")).isEmpty();
        assertThat(Substances.unknownIn("芒果")).containsExactly("芒果");
    }

    @Test
    void what_has_no_parts_is_not_taken_for_nothing() {
        assertThat(Substances.unknownIn("、")).containsExactly("、");
    }
}
